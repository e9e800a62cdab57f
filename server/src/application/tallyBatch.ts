import type { SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { minuteOf, type Tally } from '../persistence/tally.ts';
import type { DecidedSignal } from './decideBatch.ts';

/**
 * Counts a batch by minute and service, on the signals' own time. An alert that waits for others is one already. `newAlerts` says whether a signal was the first of its alert where being
 * held back decides that; `openedByRule` are incidents that no signal opened.
 */
export function tallyBatch(
  decided: readonly DecidedSignal[],
  newAlerts: ReadonlyMap<SignalId, boolean>,
  openedByRule: readonly Incident[],
): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { arrived, verdict } of decided) {
    const minute = minuteOf(arrived.now);
    const { id, service } = arrived.signal;
    const key = `${minute.getTime()} ${service}`;
    const before = tallies.get(key);
    const newAlert = newAlerts.get(id) ?? (verdict.alert ?? verdict.waits)?.signalCount === 1;
    tallies.set(key, {
      minute,
      service,
      signals: (before?.signals ?? 0) + 1,
      alerts: (before?.alerts ?? 0) + (newAlert ? 1 : 0),
      incidents: (before?.incidents ?? 0) + (verdict.outcome === 'OPENED' ? 1 : 0),
      notifications: 0,
      suppressed: (before?.suppressed ?? 0) + (verdict.outcome === 'SUPPRESSED' ? 1 : 0),
    });
  }
  for (const { openedAt, service } of openedByRule) {
    const minute = minuteOf(openedAt);
    const key = `${minute.getTime()} ${service}`;
    const before = tallies.get(key) ?? { ...nothing, minute, service };
    tallies.set(key, { ...before, incidents: before.incidents + 1 });
  }
  return [...tallies.values()];
}

const nothing = { signals: 0, alerts: 0, incidents: 0, notifications: 0, suppressed: 0 };
