import type { SignalInput } from '@vigil/schema';
import type { DemoMetric } from './demoMetrics.ts';
import { pick } from './seededRandom.ts';
import { demoLabel, readMetric } from './storyTimeline.ts';

/** What a tool sends that only measures: it is sure of nothing, and a calm reading must not open an incident. */
const confidence = 0.2;

/** Plain readings of some services, around their usual values. */
export function backgroundReadings(
  services: readonly string[],
  metrics: readonly DemoMetric[],
  count: number,
  random: () => number,
): SignalInput[] {
  return Array.from({ length: count }, () => {
    const service = pick(services, random);
    return {
      source: 'telegraf',
      service,
      title: 'Reading',
      dedupKey: `demo/reading/${service}`,
      confidence,
      metrics: metrics.map((metric) => readMetric(metric, 0.1 * random(), random)),
      labels: [demoLabel],
    };
  });
}
