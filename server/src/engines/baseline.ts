import type { MetricReading, NewSignal } from '../domain/signal.ts';
import { type DecayedBaseline, withReadings } from './decayedBaseline.ts';
import type { Policy } from './policy.ts';
import type { AcquaintancesDocument, TopologyDocument } from './topology/codec.ts';
import type { WaitingState } from './waitingState.ts';
import { type WindowBaseline, withReading } from './windowBaseline.ts';

/**
 * What is usual, as plain JSON: numbers survive the round trip bit for bit.
 * A window of readings under `seed-v1`, decayed moments of each metric of a service under `load-v2`, which services fire together, and
 * which alerts wait for others.
 */
export type BaselineState = WindowBaseline | DecayedBaseline | TopologyDocument | AcquaintancesDocument | WaitingState;

type Read = Pick<NewSignal, 'service' | 'metrics' | 'historical'>;

/**
 * The keys of the baselines that a signal's decision reads and changes; none when it carries no readings. One key at most, whatever the
 * number of metrics, so that a batch locks few rows. History has baselines of its own: bringing it in must not touch what is usual now.
 */
export function baselineKeys(signal: Read, policy: Policy): string[] {
  if (signal.metrics.length === 0) return [];
  const clock = signal.historical ? 'historical' : 'live';
  const place = policy.baseline.scope === 'global' ? 'global' : `service ${signal.service}`;
  return [`${policy.profile} ${clock} ${place}`];
}

/** The baselines after a signal's readings, by key. `at` is when they were taken, by the source's clock. */
export function updatedBaselines(
  baselines: ReadonlyMap<string, BaselineState>,
  signal: Read & { readonly metrics: readonly MetricReading[] },
  at: Date,
  policy: Policy,
): Map<string, BaselineState> {
  const updated = new Map<string, BaselineState>();
  for (const key of baselineKeys(signal, policy)) {
    const state = baselines.get(key) ?? null;
    updated.set(
      key,
      policy.profile === 'seed-v1'
        ? withReading(state?.kind === 'window' ? state : null, signal, at.getTime(), policy)
        : withReadings(state?.kind === 'decayed' ? state : null, signal, at.getTime(), policy),
    );
  }
  return updated;
}
