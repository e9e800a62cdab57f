/** How well a yes-or-no answer meets the truth. Shares are null where there is nothing to share. */
export interface Classification {
  /** How many were answered. */
  readonly n: number;
  /** How many are truly so, how many were said to be, and how many of those rightly. */
  readonly actual: number;
  readonly predicted: number;
  readonly right: number;
  /** right / predicted. */
  readonly precision: number | null;
  /** right / actual. */
  readonly recall: number | null;
  /** 2 · right / (predicted + actual): the harmonic mean of both. */
  readonly f1: number | null;
}

export function classify(
  answers: readonly { readonly predicted: boolean; readonly actual: boolean }[],
): Classification {
  const actual = answers.filter((answer) => answer.actual).length;
  const predicted = answers.filter((answer) => answer.predicted).length;
  const right = answers.filter((answer) => answer.predicted && answer.actual).length;
  const share = (of: number, whole: number) => (whole === 0 ? null : of / whole);
  return {
    n: answers.length,
    actual,
    predicted,
    right,
    precision: share(right, predicted),
    recall: share(right, actual),
    f1: share(2 * right, predicted + actual),
  };
}
