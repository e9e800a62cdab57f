import type { Alert } from '../../domain/alert.ts';
import type { Signal } from '../../domain/signal.ts';
import type { Verdict } from '../verdict.ts';

/** How much an alert's key sent on a day, to be added to what is known of it. */
export interface AlertNoise extends Pick<Alert, 'dedupKey' | 'service' | 'title' | 'source'> {
  /** When the day begins, by UTC. */
  readonly day: Date;
  readonly historical: boolean;
  /** Counted in sixteens: fewer than there were, by at most 15 for each occurrence. */
  readonly signals: number;
  /** How many alerts of the key there were: each incident has one of its own. */
  readonly occurrences: number;
}

/** A signal that was decided, at the time by which it was. */
export interface NoisySignal {
  readonly arrived: { readonly signal: Pick<Signal, 'id' | 'dedupKey' | 'historical'>; readonly now: Date };
  readonly verdict: Pick<Verdict, 'outcome' | 'alert' | 'brought'>;
}

const countedAtOnce = 16;
const dayMs = 86_400_000;

/**
 * What decided signals add, each key of each day once. Only a new alert, and each sixteenth signal of one, adds anything: an ordinary signal
 * costs nothing. A key that is the signal's own id is never seen again, and is no noise.
 */
export function alertNoiseOf(decided: Iterable<NoisySignal>): AlertNoise[] {
  const noise = new Map<string, AlertNoise>();
  for (const { arrived, verdict } of decided) {
    const { signal, now } = arrived;
    const { alert, brought, outcome } = verdict;
    if (alert !== null && signal.dedupKey !== signal.id) {
      const isNew = outcome === 'OPENED' || alert.signalCount === 1;
      if (isNew || alert.signalCount % countedAtOnce === 0) add(alert, isNew, signal.historical, now);
    }
    // They had waited: all that they sent counts now.
    for (const other of brought) add(other, true, signal.historical, now);
  }
  return [...noise.values()];

  function add(alert: Alert, isNew: boolean, historical: boolean, now: Date): void {
    const { dedupKey, service, title, source, signalCount } = alert;
    const day = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
    const key = `${day.getTime()} ${historical} ${dedupKey}`;
    const before = noise.get(key);
    const signals = counted(signalCount) - (isNew ? 0 : counted(signalCount - 1));
    noise.set(key, {
      ...{ day, dedupKey, historical, service, title, source },
      signals: (before?.signals ?? 0) + signals,
      occurrences: (before?.occurrences ?? 0) + (isNew ? 1 : 0),
    });
  }
}

/** How many of an alert's signals are counted: the first, and then whole sixteens. */
function counted(signals: number): number {
  return signals === 0 ? 0 : Math.max(1, signals - (signals % countedAtOnce));
}
