import { numberText } from '../numberText.ts';
import type { Policy } from '../policy.ts';
import type { Acquaintance, Episode, StreamPair, TopologyState } from './state.ts';

/** What speaks for a service's belonging to an episode: ticks, summed over the episode's members. */
export interface Evidence {
  /** In how many ticks the service and the member fired. */
  readonly seen: number;
  /** The same, less what chance alone makes. */
  readonly together: number;
  /** How large that could be at most: the ticks of the rarer one, less what chance alone makes. */
  readonly possible: number;
  /** How large it is between services that belong together. */
  readonly expected: number;
}

const none: Evidence = { seen: 0, together: 0, possible: 0, expected: 0 };

/**
 * Compares how often a service fired in the same ticks as an episode's members with how often members of an episode do. The measure is
 * Loevinger's H, coincidences beyond chance by those that are possible beyond chance (A systematic approach to the construction and
 * evaluation of tests of ability, 1947): 0 for two systems that fail independently, whatever they have met by chance, and for a service
 * that always fires; the same for rare and for frequent services of one system.
 */
export function evidenceFor(
  state: TopologyState,
  known: Acquaintance | undefined,
  episode: Episode,
  policy: Policy,
): Evidence {
  if (known === undefined) return none;
  let [seen, byChance, rarer] = [0, 0, 0];
  for (const member of episode.members) {
    const other = state.services.get(member);
    if (other === undefined) continue;
    const elapsed = Math.max(state.elapsed - Math.max(known.since, other.since), known.ticks, other.ticks);
    seen += known.partners.get(member) ?? 0;
    rarer += Math.min(known.ticks, other.ticks);
    byChance += (known.ticks * other.ticks) / elapsed;
  }
  const possible = rarer - byChance;
  return { seen, together: seen - byChance, possible, expected: possible * cohesionOf(episode, state, policy) };
}

/** The episode's own, or the usual one where that is less: an episode that began with a close few is to take the others, too. */
function cohesionOf({ together, possible }: Episode, state: TopologyState, { grouping }: Policy): number {
  if (state.cohesionOf === 0) return possible <= 0 ? 0 : Math.max(0, together / possible);
  const leaning = grouping.learned.evidence / Math.max(state.cohesion, 0.01);
  return Math.max(0, Math.min(state.cohesion, (together + grouping.learned.evidence) / (possible + leaning)));
}

/** Whether it is as much as belonging together shows. Where nothing was to be expected it is: see `isSure`. */
export function fits({ together, expected }: Evidence, { grouping }: Policy): boolean {
  return together >= grouping.learned.share * expected;
}

/** Whether so much was to be expected, of what has fired so many times, that the evidence is for certain. */
export function isSure({ expected }: Evidence, occasions: number, { grouping }: Policy): boolean {
  return expected >= grouping.learned.evidence && occasions >= grouping.learned.occasions;
}

/** The evidence in words: it goes on from `joined because` or `opened because`. */
export function told(who: string, { seen, together, expected }: Evidence, episode: Episode, policy: Policy): string {
  if (expected === 0 && seen === 0) return `nothing is known of ${who} and ${several(episode)} yet`;
  const { tickSeconds } = policy.grouping.learned;
  const met = `${who} fired together with ${several(episode)} ${times(numberText(seen))} within ${tickSeconds} s`;
  const usual = numberText(expected);
  if (usual === '0') return `${met}, and too little is known of them to expect more`;
  const beyondChance = numberText(Math.max(0, together));
  return `${met}, ${beyondChance} more than by chance; services that belong together would have ${times(usual)}`;
}

function times(count: string): string {
  return count === '1' ? 'once' : `${count} times`;
}

export function several({ members: [first = '', ...others] }: Episode): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** Why a stream is about other things than an episode; null when nothing says so. */
export function streamApart(stream: string, episode: Episode, state: TopologyState, policy: Policy): string | null {
  if (episode.streams.includes(stream)) return null;
  for (const other of episode.streams) {
    const reason = apartBecause(stream, other, state.streamPairs, policy);
    if (reason !== null) return reason;
  }
  return null;
}

/** How much an episode's members fired together, 0 to 1; null when there are too few to say. */
export function cohesionIn({ together, possible, members }: Episode, { grouping }: Policy): number | null {
  if (members.length < grouping.learned.burst.services || possible < grouping.learned.evidence) return null;
  return Math.max(0, together / possible);
}

/**
 * Whether two streams are about different things: where one service reports in both, they do not fire at the same time. Null when nothing
 * says so, else the reason.
 */
function apartBecause(one: string, other: string, pairs: readonly StreamPair[], { grouping }: Policy): string | null {
  if (one === other) return null;
  const pair = pairs.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  if (pair === undefined) return null;
  const { evidence, share } = grouping.learned.streams;
  const { chances, together } = pair;
  if (chances < evidence || together >= share * chances) return null;
  return `${one} and ${other} tell of the same service at the same time in ${numberText(together)} of ${numberText(chances)} cases only`;
}
