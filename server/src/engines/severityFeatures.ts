import type { MetricReading, Signal } from '../domain/signal.ts';
import { type DecayedBaseline, usualOf } from './decayedBaseline.ts';
import type { Policy } from './policy.ts';

/** What the learned severity looks at, for each metric of a signal. */
export const featureKinds = ['deviation', 'change', 'lastMinute', 'unrest', 'threshold'] as const;
export type FeatureKind = (typeof featureKinds)[number];

export interface Feature {
  readonly metric: string;
  readonly kind: FeatureKind;
  readonly value: number;
}

/** In standard deviations: one wild reading must not outweigh all others. */
const furthest = 3;

/**
 * What the metrics of a signal say, in units that any service shares: how far a reading, its change from the last one and the mean of the
 * last minute are from what is usual, in standard deviations of the service's own baseline (−3 to 3); how much the last minute varied
 * (0 to 3, same unit); and how far it is past its thresholds (0 to 1). Levels are left out: they differ from service to service and from
 * restart to restart. A metric without a baseline yet gives its threshold only. `baseline` does not hold the signal's readings.
 */
export function featuresOf(
  { metrics }: Pick<Signal, 'metrics'>,
  baseline: DecayedBaseline | null,
  policy: Policy,
): Feature[] {
  return metrics.flatMap((metric) => ofMetric(metric, baseline, policy));
}

function ofMetric(metric: MetricReading, baseline: DecayedBaseline | null, policy: Policy): Feature[] {
  const { name, value } = metric;
  const features: Feature[] = [];
  const add = (kind: FeatureKind, amount: number, least: number, most: number) => {
    if (Number.isFinite(amount)) features.push({ metric: name, kind, value: Math.min(most, Math.max(least, amount)) });
  };
  const usual = usualOf(baseline, name, policy);
  if (usual !== null) {
    const sd = Math.max(usual.sd, Number.MIN_VALUE);
    add('deviation', (value - usual.mean) / sd, -furthest, furthest);
    const recent = baseline?.metrics.find((one) => one.name === name)?.recent;
    if (recent !== undefined) {
      add('change', (value - recent.last) / sd, -furthest, furthest);
      add('lastMinute', (recent.mean - usual.mean) / sd, -furthest, furthest);
      add('unrest', Math.sqrt(Math.max(0, recent.squares / recent.weight)) / sd, 0, furthest);
    }
  }
  if (metric.warning !== null && metric.critical !== null && metric.warning !== metric.critical) {
    add('threshold', (value - metric.warning) / (metric.critical - metric.warning), 0, 1);
  }
  return features;
}
