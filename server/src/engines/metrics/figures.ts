import { Sketch } from './sketch.ts';

/** What is counted of incidents. All are whole numbers. */
export const countNames = [
  'opened',
  /** Acknowledged, and that was not taken back. */
  'acknowledged',
  /** Resolved now, whoever did it; merged into another is resolved too. */
  'resolved',
  /** Reopened at least once. */
  'reopened',
  /** Escalated at least once, by a step or by the systemic rule. */
  'escalated',
  /** Their acknowledgement, first end and first response may still come. */
  'acknowledgePending',
  'firstResolvePending',
  'respondPending',
  /** The stress of the decisions that gave them their severity, summed up in thousandths. */
  'stressThousandths',
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;

/** The durations that are measured, from the opening. */
export const durationNames = [
  'acknowledge',
  /** To the final end, which a person or a rule made. */
  'resolveByPeople',
  'resolveByRule',
  'firstResolve',
  /** To what came first: the acknowledgement, a snooze or the end. */
  'respond',
] as const;
export type DurationName = (typeof durationNames)[number];

/** What is known of many incidents together. Grows by the functions of this file. */
export interface Figures {
  readonly counts: Record<CountName, number>;
  readonly sketches: Readonly<Record<DurationName, Sketch>>;
}

/** Written out, since it is made for every cell that a batch changes: by their names it takes ten times as long. */
export function emptyFigures(): Figures {
  return {
    counts: {
      opened: 0,
      acknowledged: 0,
      resolved: 0,
      reopened: 0,
      escalated: 0,
      acknowledgePending: 0,
      firstResolvePending: 0,
      respondPending: 0,
      stressThousandths: 0,
    },
    sketches: {
      acknowledge: new Sketch(),
      resolveByPeople: new Sketch(),
      resolveByRule: new Sketch(),
      firstResolve: new Sketch(),
      respond: new Sketch(),
    },
  };
}

/** Adds all of another's; with −1, takes it away. Exact, in whatever order. */
export function addFigures(sum: Figures, added: Figures, times: 1 | -1 = 1): void {
  for (const name of countNames) sum.counts[name] += times * added.counts[name];
  for (const name of durationNames) sum.sketches[name].addSketch(added.sketches[name], times);
}

/** Whether nothing is left in them. */
export function isEmpty({ counts, sketches }: Figures): boolean {
  return countNames.every((name) => counts[name] === 0) && durationNames.every((name) => sketches[name].isEmpty);
}

/** Of how many incidents a duration is known, may still come, and can no longer come or means nothing. They add up to `opened`. */
export interface DurationStatuses {
  readonly recorded: number;
  readonly pending: number;
  readonly notApplicable: number;
}

/** The durations that are measured, and `resolve`: the final end, by people and rules together. */
export type MeasuredDuration = DurationName | 'resolve';

/** Whoever has the duration's sketch already gives how many are recorded. */
export function statusesOf(
  figures: Figures,
  name: MeasuredDuration,
  recorded: number = sketchOf(figures, name).count,
): DurationStatuses {
  const { counts } = figures;
  const pending = counts.opened === 0 ? 0 : pendingOf(counts, name);
  return { recorded, pending, notApplicable: counts.opened - recorded - pending };
}

/** Not to be changed: it may be the figures' own. */
export function sketchOf({ sketches }: Figures, name: MeasuredDuration): Sketch {
  if (name !== 'resolve') return sketches[name];
  const both = new Sketch();
  both.addSketch(sketches.resolveByPeople);
  both.addSketch(sketches.resolveByRule);
  return both;
}

function pendingOf(counts: Counts, name: MeasuredDuration): number {
  switch (name) {
    case 'acknowledge':
      return counts.acknowledgePending;
    case 'resolve':
    case 'resolveByPeople':
    case 'resolveByRule':
      return counts.opened - counts.resolved;
    case 'firstResolve':
      return counts.firstResolvePending;
    case 'respond':
      return counts.respondPending;
  }
}
