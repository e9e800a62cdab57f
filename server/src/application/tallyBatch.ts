import { minuteOf, type Tally } from '../persistence/tally.ts';
import type { ArrivedSignal } from './workingSet.ts';

export interface TalliedSignal {
  readonly arrived: ArrivedSignal;
  readonly openedIncident: boolean;
  readonly newAlert: boolean;
  readonly suppressed: boolean;
}

/** Counts a batch by minute and service, on the signals' own time. */
export function tallyBatch(signals: readonly TalliedSignal[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { arrived, openedIncident, newAlert, suppressed } of signals) {
    const minute = minuteOf(arrived.now);
    const { service } = arrived.signal;
    const key = `${minute.getTime()} ${service}`;
    const before = tallies.get(key);
    tallies.set(key, {
      minute,
      service,
      signals: (before?.signals ?? 0) + 1,
      alerts: (before?.alerts ?? 0) + (newAlert ? 1 : 0),
      incidents: (before?.incidents ?? 0) + (openedIncident ? 1 : 0),
      notifications: 0,
      suppressed: (before?.suppressed ?? 0) + (suppressed ? 1 : 0),
    });
  }
  return [...tallies.values()];
}
