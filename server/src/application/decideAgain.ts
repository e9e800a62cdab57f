import { isRefusal } from '../persistence/transient.ts';

/** A batch has to be decided again, on what is read and held under lock: then it will go well. */
export class DecideAgain extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'DecideAgain';
  }
}

/**
 * What the batch was decided on may not be so any more: somebody else changed it meanwhile. Where the database did not answer, the batch may
 * be stored already: decided again it would be stored twice, so its sender is told.
 */
export function throwStale(cause: unknown): never {
  if (!isRefusal(cause)) throw cause;
  throw new DecideAgain('What the batch was decided on has changed meanwhile', { cause });
}
