import type { SignalInput } from '@vigil/schema';
import type { DemoStory } from '../demoStories.ts';
import { pick, seededRandom } from './seededRandom.ts';
import { alertSignal } from './storyTimeline.ts';

const minuteMs = 60_000;
const slotMs = 30 * minuteMs;
const historyMs = 24 * 60 * minuteMs;
/** No incident of the history is longer, and none is so young that the live stories would reopen it. */
const longestMs = 60 * minuteMs;
const restMs = 30 * minuteMs;

/**
 * Signals of the last 24 hours, oldest first: a few dozen incidents that opened and were resolved again.
 *
 * What happened in a half hour follows from that half hour alone, idempotency keys included: a demo that is started again on the
 * same data adds what is missing and repeats nothing.
 */
export function historySignals(stories: readonly DemoStory[], nowMs: number): SignalInput[] {
  const first = Math.ceil((nowMs - historyMs) / slotMs);
  const last = Math.floor((nowMs - longestMs - restMs - slotMs) / slotMs);
  const timed: { atMs: number; signal: SignalInput }[] = [];
  for (let slot = first; slot <= last; slot++) timed.push(...slotSignals(stories, slot));
  return timed.sort((one, other) => one.atMs - other.atMs).map(({ signal }) => signal);
}

function slotSignals(stories: readonly DemoStory[], slot: number) {
  const random = seededRandom(slot);
  const hour = new Date(slot * slotMs).getUTCHours();
  // More in working hours, so that the chart has a shape.
  const incidents = hour >= 8 && hour < 20 ? 1 + Math.floor(random() * 2) : Math.floor(random() * 1.7);
  return Array.from({ length: incidents }, (_, incident) => incidentSignals(stories, slot, incident, random)).flat();
}

function incidentSignals(stories: readonly DemoStory[], slot: number, incident: number, random: () => number) {
  const story = pick(stories, random);
  const alert = pick(story.alerts, random);
  const startMs = slot * slotMs + Math.floor(random() * slotMs);
  const lengthMs = Math.floor(4 * minuteMs + random() ** 2 * (longestMs - 4 * minuteMs));
  return (
    [
      ['FIRING', 0, 0.8],
      ['FIRING', 0.4, 1],
      ['RESOLVED', 1, 0],
    ] as const
  ).map(([state, share, level], step) => {
    const atMs = startMs + Math.floor(lengthMs * share);
    const signal: SignalInput = {
      ...alertSignal(story.id, alert, state, level, random),
      dedupKey: `demo/history/${slot}/${incident}`,
      idempotencyKey: `demo/history/${slot}/${incident}/${step}`,
      occurredAt: new Date(atMs).toISOString(),
      historical: true,
    };
    return { atMs, signal };
  });
}
