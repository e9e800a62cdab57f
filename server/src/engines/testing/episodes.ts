import { newEpisode } from '../topology/episode.ts';
import { type Acquaintance, blankTopology, type Episode, type TopologyState } from '../topology/state.ts';
import { noon, policyWith } from './fixtures.ts';

/** Small bounds, so that a few episodes and services reach them. */
export const policy = policyWith({
  grouping: {
    windowMinutes: 10,
    learned: {
      tickSeconds: 30,
      minimumGapSeconds: 600,
      share: 0.25,
      evidence: 6,
      occasions: 4,
      firstTicks: 2,
      burst: { services: 3, seconds: 2 },
      merge: { onsetSeconds: 60 },
      surge: { calmTicks: 2, ratio: 4, share: 0.5, signals: 8 },
      maximumEpisodes: 3,
      maximumMembers: 4,
      streams: { evidence: 5, share: 0.6 },
    },
  },
});

/** So many seconds after noon, in milliseconds. */
export function at(seconds: number): number {
  return noon.getTime() + seconds * 1_000;
}

/** One of a single signal at noon, with these members. Its group is called like the first of them. */
export function episode(members: readonly string[], changes: Partial<Episode> = {}): Episode {
  const [first = ''] = members;
  return { ...newEpisode(first, { service: first, stream: 'probe' }, at(0), policy), members, ...changes };
}

export function known(ticks: number, partners: Record<string, number> = {}, occasions = 9): Acquaintance {
  const met = new Map(Object.entries(partners));
  return { ticks, occasions, lastTick: 0, since: 0, partners: met, streams: new Map() };
}

/** A topology in which members of an episode usually meet half as often as they could. */
export function stateOf(episodes: readonly Episode[], changes: Partial<TopologyState> = {}): TopologyState {
  return { ...blankTopology, elapsed: 1_000, cohesion: 0.5, cohesionOf: 1, episodes, ...changes };
}

export function services(all: Record<string, Acquaintance>): Pick<TopologyState, 'services'> {
  return { services: new Map(Object.entries(all)) };
}

/** Two services of which much is known: they fire together; and two that do not. */
export const friends = services({ web: known(20, { cart: 15 }), cart: known(20, { web: 15 }) });
export const strangers = services({ web: known(40), cart: known(40) });
export const web = episode(['web']);
export const cart = episode(['cart']);
