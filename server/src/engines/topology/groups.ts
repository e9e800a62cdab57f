import type { Policy } from '../policy.ts';
import type { TopologyState } from './state.ts';

/** Two services that were learned to belong together. */
export interface LearnedPair {
  readonly service: string;
  readonly other: string;
  /** In how many ticks both fired. Counts fade with time, hence a fraction. */
  readonly together: number;
  /** How often they fired together of how often they could have, both without what chance alone makes: 0 to 1. */
  readonly share: number;
}

/** Services that hang together by pairs; a service belongs to one group. */
export interface LearnedGroup {
  /** By name. */
  readonly services: readonly string[];
  /** The closest first. */
  readonly pairs: readonly LearnedPair[];
}

/**
 * What was learned to belong together, for people to read: pairs that fired together in at least `firstTicks` ticks and of their chances in
 * at least `share` (the policy's `grouping.learned`, as for a service that meets an episode), and the groups that these pairs make. The
 * largest group first. Placement asks about the members of an episode together, so it may join more, or less, than one pair says.
 */
export function learnedGroups(state: TopologyState, { grouping }: Policy): LearnedGroup[] {
  const { firstTicks, share: least } = grouping.learned;
  const pairs = [...state.services].flatMap(([service, known]) =>
    [...known.partners].flatMap(([other, together]): LearnedPair[] => {
      const partner = state.services.get(other);
      // A pair stands with both.
      if (partner === undefined || service >= other || together < firstTicks) return [];
      const elapsed = Math.max(state.elapsed - Math.max(known.since, partner.since), known.ticks, partner.ticks);
      const byChance = (known.ticks * partner.ticks) / elapsed;
      const possible = Math.min(known.ticks, partner.ticks) - byChance;
      // They fire all the time: that they do so together says nothing.
      if (possible <= 0) return [];
      const share = Math.min(1, (together - byChance) / possible);
      return share >= least ? [{ service, other, together, share }] : [];
    }),
  );
  return grouped(pairs);
}

function grouped(pairs: readonly LearnedPair[]): LearnedGroup[] {
  const leaders = new Map<string, string>();
  const leaderOf = (service: string): string => {
    const above = leaders.get(service) ?? service;
    if (above === service) return service;
    const leader = leaderOf(above);
    leaders.set(service, leader);
    return leader;
  };
  for (const { service, other } of pairs) leaders.set(leaderOf(other), leaderOf(service));
  const members = new Map<string, { services: Set<string>; pairs: LearnedPair[] }>();
  for (const pair of pairs) {
    const leader = leaderOf(pair.service);
    const group = members.get(leader) ?? { services: new Set(), pairs: [] };
    group.services.add(pair.service).add(pair.other);
    group.pairs.push(pair);
    members.set(leader, group);
  }
  return Array.from(members.values(), (group) => ({
    services: [...group.services].sort(),
    pairs: group.pairs.toSorted((one, next) => next.share - one.share || next.together - one.together),
  })).sort((one, next) => next.services.length - one.services.length);
}
