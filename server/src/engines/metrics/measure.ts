import type { Decision } from '../../domain/decision.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Severity } from '../../domain/severity.ts';
import { type Counts, countNames, type DurationName, durationNames, type Figures } from './figures.ts';

/** All of an incident that its measure depends on. */
export interface MeasuredIncident
  extends Pick<
    Incident,
    | 'openedAt'
    | 'historical'
    | 'service'
    | 'source'
    | 'severity'
    | 'highestSeverity'
    | 'status'
    | 'firstAcknowledgedAt'
    | 'acknowledgedBy'
    | 'firstResolvedAt'
    | 'resolvedAt'
    | 'resolvedBy'
    | 'resolvedByRule'
    | 'reopenCount'
    | 'firstEscalatedAt'
    | 'firstSnoozedAt'
    | 'mergedInto'
  > {
  readonly decision: Pick<Decision, 'stress'>;
}

/** What one incident contributes to the figures, and to whose. */
export interface Measure {
  readonly openedAtMs: number;
  readonly historical: boolean;
  readonly service: string;
  readonly source: string;
  /** Who acknowledged it, else who resolved it; null when no person did. */
  readonly responder: string | null;
  /** The one that it has, or had when it was resolved. */
  readonly severity: Severity;
  readonly highestSeverity: Severity;
  /** 0 or 1 each, but for the stress. */
  readonly counts: Counts;
  /** In whole ms; null where there is none to be recorded. */
  readonly durationsMs: Readonly<Record<DurationName, number | null>>;
}

/**
 * What an incident counts as (DESIGN 3.4): a function of what it is now, so that the figures of many are the sum over them, whatever
 * happened in which order.
 *
 * - Acknowledged: the first acknowledgement that nobody took back. One that lapsed, or was followed by a reopening, stays.
 * - Resolved: the final end while it is resolved; a reopening takes it back until the next one. The first end stays.
 * - Merged into another: its end is none, since the other's counts; whatever was done before stays.
 * - Historical: what a person does to it happens long after it and means nothing; what rules do happens on its own time.
 * - Stress: of the decision that gave it its severity. The last signal's would change with each signal.
 *
 * A duration is recorded, pending while it may still come, and else not applicable.
 */
export function measureOf(incident: MeasuredIncident): Measure {
  const { status, historical, openedAt, firstAcknowledgedAt, firstResolvedAt, resolvedAt, firstSnoozedAt } = incident;
  const openedAtMs = openedAt.getTime();
  const msTo = (moment: Date | null) => (moment === null ? null : Math.max(0, moment.getTime() - openedAtMs));
  const isOver = status === 'RESOLVED';
  const byRule = incident.resolvedByRule === true;
  const acknowledge = historical ? null : msTo(firstAcknowledgedAt);
  const end = isOver && incident.mergedInto === null && (byRule || !historical) ? msTo(resolvedAt) : null;
  const firstResolve = msTo(firstResolvedAt);
  const respond = shortest(acknowledge, msTo(firstSnoozedAt), firstResolve, end);
  const pending = (duration: number | null) => (duration === null && !isOver ? 1 : 0);
  return {
    openedAtMs,
    historical,
    service: incident.service,
    source: incident.source,
    responder: incident.acknowledgedBy ?? (incident.resolvedByRule === false ? incident.resolvedBy : null),
    severity: incident.severity,
    highestSeverity: incident.highestSeverity,
    counts: {
      opened: 1,
      acknowledged: firstAcknowledgedAt === null ? 0 : 1,
      resolved: isOver ? 1 : 0,
      reopened: incident.reopenCount > 0 ? 1 : 0,
      escalated: incident.firstEscalatedAt === null ? 0 : 1,
      acknowledgePending: historical ? 0 : pending(acknowledge),
      firstResolvePending: pending(firstResolve),
      respondPending: pending(respond),
      stressThousandths: Math.round(incident.decision.stress * 1_000),
    },
    durationsMs: {
      acknowledge,
      resolveByPeople: byRule ? null : end,
      resolveByRule: byRule ? end : null,
      firstResolve,
      respond,
    },
  };
}

/** Adds what an incident contributes; with −1, takes it away. */
export function addMeasure(figures: Figures, { counts, durationsMs }: Measure, times: 1 | -1 = 1): void {
  for (const name of countNames) figures.counts[name] += times * counts[name];
  for (const name of durationNames) {
    const ms = durationsMs[name];
    if (ms !== null) figures.sketches[name].add(ms, times);
  }
}

/** Changes what an incident contributes from one to the other, where it is the same incident in the same cell. */
export function changeMeasure(figures: Figures, before: Measure, after: Measure): void {
  for (const name of countNames) figures.counts[name] += after.counts[name] - before.counts[name];
  for (const name of durationNames) {
    const was = before.durationsMs[name];
    const is = after.durationsMs[name];
    if (was === is) continue;
    if (was !== null) figures.sketches[name].add(was, -1);
    if (is !== null) figures.sketches[name].add(is);
  }
}

export function isSameMeasure(a: Measure, b: Measure): boolean {
  return (
    a.openedAtMs === b.openedAtMs &&
    a.historical === b.historical &&
    a.service === b.service &&
    a.source === b.source &&
    a.responder === b.responder &&
    a.severity === b.severity &&
    a.highestSeverity === b.highestSeverity &&
    countNames.every((name) => a.counts[name] === b.counts[name]) &&
    durationNames.every((name) => a.durationsMs[name] === b.durationsMs[name])
  );
}

function shortest(...durations: readonly (number | null)[]): number | null {
  let least: number | null = null;
  for (const duration of durations) if (duration !== null && (least === null || duration < least)) least = duration;
  return least;
}
