import { type Severity, severities } from '../../domain/severity.ts';
import { type DurationFigures, durationFigures } from '../../engines/metrics/durationFigures.ts';
import type { Figures, MeasuredDuration } from '../../engines/metrics/figures.ts';
import { sumOfFigures } from '../../engines/metrics/lazyFigures.ts';
import type { IncidentSelection, Narrowing } from '../../persistence/incidentSelection.ts';

/** Figures of some incidents, with what finds these incidents. */
export interface FigureGroup {
  readonly figures: Figures;
  readonly selection: IncidentSelection;
}

/** Figures of one severity within a bucket of time and a value of what is grouped by, such as a service. */
export interface FigureRow {
  /** The bucket's place. */
  readonly bucket: number;
  /** Null: the incidents that have no such value. */
  readonly key: string | null;
  readonly severity: Severity;
  readonly figures: Figures;
}

/** A group with the rows that it is the sum of. */
export interface SummedGroup extends FigureGroup {
  readonly rows: readonly FigureRow[];
}

export interface SeverityGroup extends SummedGroup {
  readonly severity: Severity;
}

/** Of one value of what is grouped by, such as a service; null: of those that have none. */
export interface KeyedGroup extends SummedGroup {
  readonly key: string | null;
}

/** One duration of a group: its statistics, and what finds the incidents behind it. */
export interface Duration extends DurationFigures {
  readonly selection: IncidentSelection;
  readonly duration: MeasuredDuration;
}

export function sumOf(rows: readonly FigureRow[], selection: IncidentSelection): SummedGroup {
  const [only, another] = rows;
  const isOne = only !== undefined && another === undefined;
  return { figures: isOne ? only.figures : sumOfFigures(rows.map(({ figures }) => [figures, 1])), selection, rows };
}

export function narrowed(selection: IncidentSelection, narrowing: Narrowing): IncidentSelection {
  return { ...selection, narrowed: [...selection.narrowed, narrowing] };
}

/** CRITICAL first; severities without incidents are left out. */
export function bySeverity({ rows, selection }: SummedGroup): SeverityGroup[] {
  const groups = grouped(rows, ({ severity }) => severity);
  return severities.toReversed().flatMap((value) => {
    const some = groups.get(value) ?? [];
    const group = sumOf(some, narrowed(selection, { by: 'severity', value }));
    return group.figures.counts.opened === 0 ? [] : [{ severity: value, ...group }];
  });
}

/** Most incidents first, then in the order of the keys; keys without incidents are left out. */
export function byKey(
  { rows, selection }: SummedGroup,
  narrowingOf: (key: string | null) => Narrowing,
  first: number,
): KeyedGroup[] {
  const opened = (some: readonly FigureRow[]) => some.reduce((sum, { figures }) => sum + figures.counts.opened, 0);
  return [...grouped(rows, ({ key }) => key)]
    .map(([key, some]) => ({ key, some, opened: opened(some) }))
    .filter((group) => group.opened > 0)
    .sort((a, b) => b.opened - a.opened || compare(a.key, b.key))
    .slice(0, first)
    .map(({ key, some }) => ({ key, ...sumOf(some, narrowed(selection, narrowingOf(key))) }));
}

/** Services are never unknown. */
export function serviceOf(key: string | null): Narrowing {
  return { by: 'service', value: key ?? '' };
}

export function grouped<Key>(rows: readonly FigureRow[], keyOf: (row: FigureRow) => Key): Map<Key, FigureRow[]> {
  const groups = new Map<Key, FigureRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Written out: V8 takes microseconds to add a field to what was spread, and tables have thousands of durations. */
export function durationOf({ figures, selection }: FigureGroup, duration: MeasuredDuration): Duration {
  const found = durationFigures(figures, duration);
  return {
    meanSeconds: found.meanSeconds,
    p50Seconds: found.p50Seconds,
    p90Seconds: found.p90Seconds,
    p95Seconds: found.p95Seconds,
    maxSeconds: found.maxSeconds,
    n: found.n,
    excluded: found.excluded,
    pending: found.pending,
    notApplicable: found.notApplicable,
    selection,
    duration,
  };
}

export function averageStress({ figures: { counts } }: Pick<FigureGroup, 'figures'>): number | null {
  return counts.opened === 0 ? null : counts.stressThousandths / 1_000 / counts.opened;
}

/** By code units, so that it does not depend on where the server runs; what has no value comes last. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
