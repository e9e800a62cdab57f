import type { Catalogue } from '../catalogue.ts';
import { numberText } from '../numberText.ts';
import type { Policy } from '../policy.ts';
import { endOf, isLive, surgesAgain } from './episode.ts';
import { apartBecause, type Evidence, evidenceFor } from './evidence.ts';
import type { Episode, Firing, TopologyState } from './state.ts';

/** Where a signal belongs. */
export interface Placement {
  readonly group: string;
  /** The episode that it joins; null when it begins a new one. */
  readonly joins: Episode | null;
  /** The episode that ends because of a second surge. */
  readonly supersedes: Episode | null;
  /** When the episode ended whose group it takes over; null when it joins one, or when the group is new. */
  readonly endedAtMs: number | null;
  /** Goes on from `joined because` or `opened because`. */
  readonly reason: string;
}

interface Candidate {
  readonly episode: Episode;
  readonly weight: number;
  readonly reason: string;
}

/**
 * Finds the episode that a signal continues: the one in which its service fires already, else the one to whose members it belongs best by
 * what was learned (or by the catalogue), else, in a burst of services that nothing is known of, the largest. With none it begins a new one.
 */
export function place(
  state: TopologyState,
  firing: Firing,
  nowMs: number,
  catalogue: Catalogue,
  policy: Policy,
): Placement {
  let own: Episode | null = null;
  let ended: Episode | null = null;
  let best: Candidate | null = null;
  let doubt: string | null = null;
  for (const episode of state.episodes.toReversed()) {
    if (episode.superseded) continue;
    const apart = streamApart(firing.stream, episode, state, policy);
    if (apart !== null) {
      if (isLive(episode, nowMs, policy)) doubt ??= apart;
      continue;
    }
    const isMember = episode.members.includes(firing.service);
    if (!isLive(episode, nowMs, policy)) {
      if (isMember) ended ??= episode;
      continue;
    }
    if (isMember && surgesAgain(episode, nowMs, policy)) return surge(state, episode, nowMs, policy);
    if (isMember) {
      own ??= episode;
      continue;
    }
    const judged = judge(state, firing, episode, nowMs, catalogue, policy);
    if (!judged.belongs) doubt ??= judged.reason;
    else if (best === null || judged.weight > best.weight) best = { episode, ...judged };
  }
  // A service that began alone moves to where the others went; what many have joined keeps its services.
  if (
    best !== null &&
    (own === null || (!isEstablished(own, policy) && own.members.length < best.episode.members.length))
  )
    return join(best.episode, best.reason);
  if (own !== null) return join(own, `${firing.service} fires in it already`);
  const group = ended?.group ?? newGroup(state, nowMs);
  const endedAtMs = ended === null ? null : Math.min(nowMs, endOf(ended, policy));
  return {
    group,
    joins: null,
    supersedes: null,
    endedAtMs,
    reason: doubt ?? 'nothing that is open fires together with it',
  };
}

function join(episode: Episode, reason: string): Placement {
  return { group: episode.group, joins: episode, supersedes: null, endedAtMs: null, reason };
}

function surge(state: TopologyState, episode: Episode, nowMs: number, policy: Policy): Placement {
  const { signals } = policy.grouping.learned.surge;
  const reason = `after a calm the same services fire again as at first, ${signals} signals or more at once: something new has happened`;
  return { group: newGroup(state, nowMs), joins: null, supersedes: episode, endedAtMs: null, reason };
}

/** Never given twice, even when all that was learned is lost: the moment is part of it. */
function newGroup(state: TopologyState, nowMs: number): string {
  return `${nowMs.toString(36)}-${state.nextGroup}`;
}

function streamApart(stream: string, episode: Episode, state: TopologyState, policy: Policy): string | null {
  if (episode.streams.includes(stream)) return null;
  for (const other of episode.streams) {
    const reason = apartBecause(stream, other, state.streamPairs, policy);
    if (reason !== null) return reason;
  }
  return null;
}

type Judgement = { readonly belongs: boolean; readonly weight: number; readonly reason: string };

function judge(
  state: TopologyState,
  firing: Firing,
  episode: Episode,
  nowMs: number,
  catalogue: Catalogue,
  policy: Policy,
): Judgement {
  const { learned } = policy.grouping;
  const known = state.services.get(firing.service);
  const found = evidenceFor(state, known, episode, policy);
  const { seen, together, expected } = found;
  const fits = together >= learned.share * expected;
  const sure = expected >= learned.evidence && (known?.occasions ?? 0) >= learned.occasions;
  // Between equal claims the larger one is likelier to go on.
  const size = episode.members.length / (episode.members.length + 1);
  const weight = (size * (together + learned.evidence / 2)) / (expected + learned.evidence / 2);
  if (fits && (sure || seen >= learned.firstTicks)) {
    return { belongs: true, weight, reason: told(firing, found, episode, policy) };
  }
  const neighbour = sure ? null : neighbourIn(catalogue, firing.service, episode);
  if (neighbour !== null) {
    return {
      belongs: true,
      weight: 1,
      reason: `the catalogue knows that ${firing.service} and ${neighbour} depend on each other`,
    };
  }
  if (!sure && (isEstablished(episode, policy) || isBurst(state, nowMs, policy))) {
    const reason = `little is known of ${firing.service} yet, and it fires in one burst with ${several(episode)}`;
    return { belongs: true, weight, reason };
  }
  return { belongs: false, weight, reason: told(firing, found, episode, policy) };
}

/** A member on which the service depends directly, or the other way round. */
function neighbourIn({ dependents }: Catalogue, service: string, { members }: Episode): string | null {
  if (dependents.size === 0) return null;
  const above = dependents.get(service) ?? [];
  return members.find((member) => above.includes(member) || dependents.get(member)?.includes(service)) ?? null;
}

/** So many services have joined it that it is an outage of a system, and who is not known to belong elsewhere is taken to be part of it. */
function isEstablished({ members }: Episode, { grouping }: Policy): boolean {
  return members.length >= grouping.learned.burst.services;
}

/** Many services within moments: what follows each other so is one event until more is known. */
function isBurst({ active, activeBefore, tickFromMs }: TopologyState, nowMs: number, policy: Policy): boolean {
  const { services, seconds } = policy.grouping.learned.burst;
  return activeBefore >= services || (active.size >= services && nowMs - tickFromMs >= seconds * 1_000);
}

function told(
  { service }: Firing,
  { seen, together, expected }: Evidence,
  episode: Episode,
  { grouping }: Policy,
): string {
  const ticks = `${numberText(seen)} times within ${grouping.learned.tickSeconds} s, ${numberText(Math.max(0, together))} more than by chance`;
  if (expected === 0 && seen === 0) return `nothing is known of ${service} and ${several(episode)} yet`;
  return `${service} fired together with ${several(episode)} ${ticks}; services that belong together would have ${numberText(expected)} times`;
}

function several({ members: [first = '', ...others] }: Episode): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
