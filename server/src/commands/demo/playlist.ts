import type { SignalInput } from '@vigil/schema';
import type { DemoStory } from '../demoStories.ts';
import { pick } from './seededRandom.ts';
import { storyTimeline } from './storyTimeline.ts';

export interface Playlist {
  /** Begins a story at this moment. */
  readonly play: (story: DemoStory, startMs: number, stretch?: number) => void;
  /** The signals that are due, in the order of their times; each is given out once. */
  readonly due: (nowMs: number) => SignalInput[];
  /** Services of which some signal is still to come. */
  readonly firing: () => ReadonlySet<string>;
  /** Begins another story when it is time for one. `unresolved`: how full the board is. */
  readonly goOn: (nowMs: number, unresolved: number) => void;
}

/** Below `few` a new story begins every few seconds, up to `enough` now and then, above it none. */
const few = 10;
const enough = 18;
const hurriedGapMs = [3_000, 6_000] as const;
const easyGapMs = [20_000, 40_000] as const;

/** Plays stories: those of the opening as given, then round after round in another order each. */
export function createPlaylist(stories: readonly DemoStory[], random: () => number): Playlist {
  const pending: { atMs: number; signal: SignalInput }[] = [];
  let round = [...stories];
  let lastStartMs = Number.NEGATIVE_INFINITY;

  const firing = () => new Set(pending.map(({ signal }) => signal.service));

  const play: Playlist['play'] = (story, startMs, stretch = 1) => {
    lastStartMs = startMs;
    round = round.filter((waiting) => waiting !== story);
    for (const { at, signal } of storyTimeline(story, random, stretch))
      pending.push({ atMs: startMs + at * 1000, signal });
    pending.sort((one, other) => one.atMs - other.atMs);
  };

  return {
    play,
    firing,
    due: (nowMs) => {
      const later = pending.findIndex(({ atMs }) => atMs > nowMs);
      return pending.splice(0, later === -1 ? pending.length : later).map(({ signal }) => signal);
    },
    goOn: (nowMs, unresolved) => {
      if (unresolved >= enough) return;
      const [least, most] = unresolved < few ? hurriedGapMs : easyGapMs;
      if (nowMs < lastStartMs + least + random() * (most - least)) return;
      const busy = firing();
      const idle = (story: DemoStory) => !story.alerts.some(({ service }) => busy.has(service));
      if (!round.some(idle)) round = [...stories];
      const candidates = round.filter(idle);
      if (candidates.length > 0) play(pick(candidates, random), nowMs, 0.8 + random() * 0.7);
    },
  };
}
