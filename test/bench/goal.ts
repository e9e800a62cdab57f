/** What a figure should come to. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** What was found in all rounds. */
export interface Figure {
  readonly value: number;
  readonly goal: Goal;
  /** How the median's round came to it. */
  readonly detail: string;
}

export function isMet(value: number, goal: Goal): boolean {
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

export function goalText(goal: Goal): string {
  return 'atLeast' in goal ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
}

/** As the command prints it for programs: `goal` is the number, `better` says on which side of it is well. */
export function toJson({ value, goal }: Figure) {
  return 'atLeast' in goal
    ? { value, goal: goal.atLeast, better: 'higher', met: isMet(value, goal) }
    : { value, goal: goal.atMost, better: 'lower', met: isMet(value, goal) };
}
