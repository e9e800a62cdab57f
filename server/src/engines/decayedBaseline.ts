import type { NewSignal } from '../domain/signal.ts';
import { metricRuleOf } from './metricRule.ts';
import type { Policy } from './policy.ts';

/** Exponentially decayed moments of one metric. */
export interface DecayedMetric {
  readonly name: string;
  /** Decayed sum of the readings' weights. */
  readonly weight: number;
  readonly mean: number;
  /** Decayed sum of weighted squared deviations; the variance is its quotient by `weight`. */
  readonly squares: number;
  /** How many readings it has seen in all, up to the policy's minimum. */
  readonly readings: number;
  readonly atMs: number;
  /** What the learned severity looks at beside; kept only while the policy asks for it. */
  readonly recent?: RecentReadings;
}

/** The last reading of a metric, and the moments of the last minute or so, decayed by the trend's fast time. */
export interface RecentReadings {
  readonly last: number;
  readonly weight: number;
  readonly mean: number;
  readonly squares: number;
}

/** The metrics of one service. A list, not a record: metric names are the senders' and may be called `__proto__`. */
export interface DecayedBaseline {
  readonly kind: 'decayed';
  readonly metrics: readonly DecayedMetric[];
}

export interface Usual {
  readonly mean: number;
  /** Never under the policy's floors. */
  readonly sd: number;
}

/**
 * The baseline with a signal's readings added, by West's weighted update (CACM 22(9), 1979): numerically stable in one pass.
 * A reading of age Δ counts 2^(−Δ / half-life); a late one counts as little as its age says. When a historical one is older than the
 * window reaches back, a replay has begun again, and the metric's baseline with it.
 */
export function withReadings(
  state: DecayedBaseline | null,
  signal: Pick<NewSignal, 'metrics' | 'historical'>,
  atMs: number,
  policy: Policy,
): DecayedBaseline {
  const metrics = state === null ? [] : [...state.metrics];
  for (const { name, value } of signal.metrics) {
    const place = metrics.findIndex((metric) => metric.name === name);
    const before = place === -1 ? null : (metrics[place] ?? null);
    const begunAgain =
      before !== null && signal.historical && atMs < before.atMs - policy.baseline.windowMinutes * 60_000;
    const after = moved(begunAgain ? null : before, name, value, atMs, policy);
    if (place === -1) metrics.push(after);
    else metrics[place] = after;
  }
  while (metrics.length > policy.baseline.maximumMetrics) metrics.splice(longestUnseen(metrics), 1);
  return { kind: 'decayed', metrics };
}

/** What is usual for a metric; null while it has been read too few times to say. The unit is the metric's own. */
export function usualOf(state: DecayedBaseline | null, name: string, policy: Policy): Usual | null {
  const metric = state?.metrics.find((one) => one.name === name);
  if (metric === undefined || metric.readings < policy.baseline.minimumReadings || metric.weight <= 0) return null;
  const sd = Math.sqrt(Math.max(0, metric.squares / metric.weight));
  const floor = Math.max(Math.abs(metric.mean) * policy.baseline.sdFloorOfMean, metricRuleOf(name, policy).sdFloor);
  return { mean: metric.mean, sd: Math.max(sd, floor) };
}

function moved(before: DecayedMetric | null, name: string, value: number, atMs: number, policy: Policy): DecayedMetric {
  const after = averaged(before, name, value, atMs, policy);
  if (policy.learned === 'off') return after;
  const known = after.readings === 1 ? null : before;
  return { ...after, recent: recentAfter(known, value + 0, atMs, policy) };
}

function averaged(
  before: DecayedMetric | null,
  name: string,
  value: number,
  atMs: number,
  policy: Policy,
): DecayedMetric {
  // + 0 makes −0 a 0: JSON knows no −0.
  if (before === null) return { name, weight: 1, mean: value + 0, squares: 0, readings: 1, atMs };
  const { halfLifeMinutes, halfLifeReadings, minimumReadings } = policy.baseline;
  const elapsedMs = atMs - before.atMs;
  const byTime = 2 ** (-Math.abs(elapsedMs) / (halfLifeMinutes * 60_000));
  const decay = elapsedMs <= 0 ? 1 : Math.max(byTime, 2 ** (-1 / halfLifeReadings));
  const readingWeight = elapsedMs < 0 ? byTime : 1;
  const weight = before.weight * decay + readingWeight;
  const deviation = value - before.mean;
  const mean = before.mean + (deviation * readingWeight) / weight;
  const squares = before.squares * decay + readingWeight * deviation * (value - mean);
  // Readings near the largest number overflow; then the metric starts again rather than be unknown for ever.
  if (![weight, mean, squares].every(Number.isFinite)) return averaged(null, name, value, atMs, policy);
  return {
    name,
    weight,
    mean: mean + 0,
    squares,
    readings: Math.min(before.readings + 1, minimumReadings),
    atMs: Math.max(atMs, before.atMs),
  };
}

function recentAfter(before: DecayedMetric | null, value: number, atMs: number, policy: Policy): RecentReadings {
  const start = { last: value, weight: 1, mean: value, squares: 0 };
  if (before?.recent === undefined) return start;
  const { recent } = before;
  // A reading that comes late says nothing about the last minute.
  if (atMs < before.atMs) return recent;
  const decay = 2 ** (-(atMs - before.atMs) / (policy.stress.trend.fastSeconds * 1_000));
  const weight = recent.weight * decay + 1;
  const deviation = value - recent.mean;
  const mean = recent.mean + deviation / weight;
  const squares = recent.squares * decay + deviation * (value - mean);
  return [weight, mean, squares].every(Number.isFinite) ? { last: value, weight, mean, squares } : start;
}

function longestUnseen(metrics: readonly DecayedMetric[]): number {
  let place = 0;
  for (const [index, metric] of metrics.entries()) if (metric.atMs < (metrics[place]?.atMs ?? 0)) place = index;
  return place;
}
