/** A long computation, cut where whoever runs it may let others have their turn. It gives nothing on the way. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs it to its end at one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
