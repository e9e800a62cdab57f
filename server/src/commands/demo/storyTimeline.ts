import type { SignalInput } from '@vigil/schema';
import type { DemoAlert, DemoStory } from '../demoStories.ts';
import type { DemoMetric } from './demoMetrics.ts';

export interface TimedSignal {
  /** Seconds since the story began. */
  readonly at: number;
  readonly signal: SignalInput;
}

/** On every signal of the demo, so that it can be told from real ones. */
export const demoLabel = { name: 'demo', value: 'true' } as const;

/** The signals of a story in the order of their times. `stretch` makes it longer or shorter: 1 is as written. */
export function storyTimeline(story: DemoStory, random: () => number, stretch = 1): TimedSignal[] {
  return story.alerts
    .flatMap((alert) => alertTimeline(story.id, alert, random, stretch))
    .sort((one, other) => one.at - other.at);
}

function alertTimeline(storyId: string, alert: DemoAlert, random: () => number, stretch: number): TimedSignal[] {
  const { from, to, every, ending } = alert;
  const timed: TimedSignal[] = [];
  // Only the length is stretched: how the alerts follow one another at the start is the story.
  const last = from + (to - from) * stretch;
  for (let at = from, count = 0; at < last; at += every * (0.9 + random() * 0.2), count++) {
    const firing = ending !== 'flaps' || count % 2 === 0;
    const level = firing ? levelAt((at - from) / (last - from)) : 0;
    timed.push({ at, signal: alertSignal(storyId, alert, firing ? 'FIRING' : 'RESOLVED', level, random) });
  }
  if (ending !== 'silent') timed.push({ at: last, signal: alertSignal(storyId, alert, 'RESOLVED', 0, random) });
  return timed;
}

/** One signal of an alert; `level` 0 gives the usual readings and 1 the worst. */
export function alertSignal(
  storyId: string,
  { source, service, title, severity, metrics }: DemoAlert,
  state: 'FIRING' | 'RESOLVED',
  level: number,
  random: () => number,
): SignalInput {
  return {
    source,
    service,
    title,
    state,
    dedupKey: `demo/${storyId}/${service}/${title}`,
    reportedSeverity: severity,
    metrics: metrics.map((metric) => readMetric(metric, level, random)),
    labels: [demoLabel, { name: 'story', value: storyId }],
  };
}

/** A reading between the usual and the worst, with 5 % of noise either way. */
export function readMetric(
  { name, unit, usual, peak, warning, critical }: DemoMetric,
  level: number,
  random: () => number,
) {
  const noisy = (usual + (peak - usual) * level) * (0.95 + random() * 0.1);
  // What is a share of a whole stays one.
  const value = unit === '%' ? Math.min(100, noisy) : noisy;
  return { name, unit, warning, critical, value: Math.round(value * 100) / 100 };
}

/** How bad it is at this share of an alert's life: bad from the start, soon at its worst, better towards the end. */
function levelAt(share: number): number {
  if (share < 0.2) return 0.7 + 1.5 * share;
  return share < 0.85 ? 1 : 1 - 2 * (share - 0.85);
}
