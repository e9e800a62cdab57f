/** A batch has to be decided again, on what is read and held under lock: then it will go well. */
export class DecideAgain extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'DecideAgain';
  }
}

/** What the batch was decided on may not be so any more: somebody else changed it meanwhile. */
export function throwStale(cause: unknown): never {
  throw new DecideAgain('What the batch was decided on has changed meanwhile', { cause });
}
