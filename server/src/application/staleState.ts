/** What a batch was decided on may not be so any more: somebody else changed it meanwhile. Decided again it will go well. */
export class StaleState extends Error {
  constructor(options?: ErrorOptions) {
    super('What the batch was decided on has changed meanwhile', options);
    this.name = 'StaleState';
  }
}

export function throwStale(cause: unknown): never {
  throw new StaleState({ cause });
}
