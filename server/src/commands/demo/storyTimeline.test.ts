import { describe, expect, it } from 'vitest';
import { demoOpening, demoStories } from '../demoStories.ts';
import { seededRandom } from './seededRandom.ts';
import { storyTimeline } from './storyTimeline.ts';

const opening = demoOpening.flatMap(({ at, story }) =>
  storyTimeline(story, seededRandom(1)).map((timed) => ({ ...timed, at: at + timed.at })),
);
const servicesAt = (severity: string, within: number) =>
  new Set(
    opening
      .filter(({ at, signal }) => at <= within && signal.reportedSeverity === severity)
      .map(({ signal }) => signal.service),
  );

describe('the opening', () => {
  it('sends its first signals at once', () => {
    expect(opening.filter(({ at }) => at === 0).length).toBeGreaterThanOrEqual(3);
  });

  it('has a CRITICAL within 10 s and three of different services within 20 s', () => {
    expect(servicesAt('CRITICAL', 10).size).toBeGreaterThanOrEqual(1);
    expect(servicesAt('CRITICAL', 18).size).toBeGreaterThanOrEqual(3);
  });

  it('has something new at least every 5 s of its first 30 s', () => {
    const times = [...opening.map(({ at }) => at).filter((at) => at <= 30), 30].sort((one, other) => one - other);
    expect(Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeLessThanOrEqual(5);
  });
});

describe.each(demoStories.map((story) => [story.id, story] as const))('the story %s', (_id, story) => {
  const timeline = storyTimeline(story, seededRandom(7), 1.3);

  it('is the same for the same random numbers, in the order of its times', () => {
    expect(storyTimeline(story, seededRandom(7), 1.3)).toEqual(timeline);
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).sort((one, other) => one - other));
  });

  it('ends each alert as it says', () => {
    for (const { title, service, ending } of story.alerts) {
      const own = timeline.filter(({ signal }) => signal.title === title && signal.service === service);
      expect(own[0]?.signal.state).toBe('FIRING');
      expect(own.at(-1)?.signal.state).toBe(ending === 'silent' ? 'FIRING' : 'RESOLVED');
    }
  });

  it('keeps to the bounds of the contract and is marked as a demo', () => {
    for (const { signal } of timeline) {
      expect(signal.title.length).toBeLessThanOrEqual(250);
      expect(signal.dedupKey?.length).toBeLessThanOrEqual(250);
      expect(signal.labels).toContainEqual({ name: 'demo', value: 'true' });
      for (const { value, unit } of signal.metrics ?? []) {
        expect(Number.isFinite(value)).toBe(true);
        if (unit === '%') expect(value).toBeLessThanOrEqual(100);
      }
    }
  });
});

it('no two stories have the same name', () => {
  expect(new Set(demoStories.map(({ id }) => id)).size).toBe(demoStories.length);
});
