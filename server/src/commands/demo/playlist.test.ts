import { describe, expect, it } from 'vitest';
import { demoStories } from '../demoStories.ts';
import { createPlaylist } from './playlist.ts';
import { seededRandom } from './seededRandom.ts';

/** Plays for some minutes with a board whose incidents are open while their service fires. */
function playFor(minutes: number, unresolved?: number) {
  const playlist = createPlaylist(demoStories, seededRandom(3));
  const firing: number[] = [];
  const stories = new Set<string>();
  let sent = 0;
  for (let second = 0; second < minutes * 60; second++) {
    for (const signal of playlist.due(second * 1000)) {
      sent++;
      stories.add(signal.labels?.find(({ name }) => name === 'story')?.value ?? '');
    }
    firing.push(playlist.firing().size);
    playlist.goOn(second * 1000, unresolved ?? playlist.firing().size);
  }
  return { firing, stories, sent };
}

describe('createPlaylist', () => {
  it('keeps 8 to 20 services busy once it has begun, for as long as one looks', () => {
    const { firing } = playFor(60);
    const later = firing.slice(120);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...later)).toBeLessThanOrEqual(20);
  });

  it('plays every story within 20 minutes', () => {
    expect(playFor(20).stories.size).toBe(demoStories.length);
  });

  it('begins none while the board is full', () => {
    expect(playFor(5, 18).sent).toBe(0);
  });

  it('gives each signal out once, in the order of their times', () => {
    const [story] = demoStories;
    const playlist = createPlaylist(demoStories, seededRandom(3));
    if (story) playlist.play(story, 0);
    const first = playlist.due(13_000);
    expect(first.length).toBeGreaterThanOrEqual(4);
    expect(playlist.due(13_000)).toEqual([]);
    expect(playlist.due(1e9).length).toBeGreaterThan(first.length);
    expect(playlist.firing().size).toBe(0);
  });
});
