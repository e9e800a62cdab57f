import type { Catalogue } from '../catalogue.ts';
import type { Policy } from '../policy.ts';
import { endOf, isEstablished, isLive, surgesAgain } from './episode.ts';
import { evidenceFor, fits, isSure, several, streamApart, told } from './evidence.ts';
import type { Episode, Firing, TopologyState } from './state.ts';
import { type Absorbed, began, unionOf } from './unite.ts';

/** Where a signal belongs. */
export interface Placement {
  readonly group: string;
  /** The episode that it joins; null when it begins a new one. */
  readonly joins: Episode | null;
  /** The episode that ends because of a second surge. */
  readonly supersedes: Episode | null;
  /** The other episode that turned out to be part of the one it joins; null when none did. */
  readonly absorbs: Absorbed | null;
  /** When the episode ended whose group it takes over; null when it joins one, or when the group is new. */
  readonly endedAtMs: number | null;
  /** Goes on from `joined because` or `opened because`. */
  readonly reason: string;
}

interface Candidate extends Judgement {
  readonly episode: Episode;
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
  const { service, stream } = firing;
  let own: Episode | null = null;
  let ended: Episode | null = null;
  for (let index = state.episodes.length - 1; index >= 0; index -= 1) {
    const episode = state.episodes[index];
    if (episode === undefined || episode.superseded || !episode.members.includes(service)) continue;
    if (streamApart(stream, episode, state, policy) !== null) continue;
    if (!isLive(episode, nowMs, policy)) ended ??= episode;
    else if (surgesAgain(episode, nowMs, policy)) return surge(state, episode, nowMs, policy);
    else own ??= episode;
  }
  // A service that began alone moves to where more others went; what many have joined keeps its services.
  const stays = own !== null && (isEstablished(own, policy) || isLargest(own, state));
  const found = stays ? nothing : search(state, firing, nowMs, catalogue, policy);
  const { best } = found;
  if (best !== null && (own === null || own.members.length < best.episode.members.length)) {
    const reason = best.reason();
    return { ...join(best.episode, reason), absorbs: leftAlone(own, best, reason, policy) };
  }
  if (own !== null) {
    const union = unionOf(state, own, nowMs, policy);
    if (union === null) return join(own, `${service} fires in it already`);
    return { ...join(union.host, union.reason), absorbs: { episode: union.guest, reason: union.reason } };
  }
  const group = ended?.group ?? newGroup(state, nowMs);
  const endedAtMs = ended === null ? null : Math.min(nowMs, endOf(ended, policy));
  return {
    group,
    joins: null,
    supersedes: null,
    absorbs: null,
    endedAtMs,
    reason: found.doubt?.() ?? 'nothing that is open fires together with it',
  };
}

/** What speaks for joining an episode that the service is no member of, and what speaks against it. */
interface Found {
  readonly best: Candidate | null;
  /** Why it belongs to none; null when there is none. */
  readonly doubt: (() => string) | null;
}

const nothing: Found = { best: null, doubt: null };

function search(state: TopologyState, firing: Firing, nowMs: number, catalogue: Catalogue, policy: Policy): Found {
  let best: Candidate | null = null;
  let doubt: (() => string) | null = null;
  for (const episode of state.episodes.toReversed()) {
    if (episode.superseded || !isLive(episode, nowMs, policy)) continue;
    const apart = streamApart(firing.stream, episode, state, policy);
    if (apart !== null) {
      doubt ??= () => apart;
      continue;
    }
    if (episode.members.includes(firing.service)) continue;
    const judged = judge(state, firing, episode, nowMs, catalogue, policy);
    if (!judged.belongs) doubt ??= judged.reason;
    else if (best === null || judged.weight > best.weight) best = { episode, ...judged };
  }
  return { best, doubt };
}

function isLargest({ members }: Episode, { episodes }: TopologyState): boolean {
  return episodes.every((other) => other.members.length <= members.length);
}

function join(episode: Episode, reason: string): Placement {
  return { group: episode.group, joins: episode, supersedes: null, absorbs: null, endedAtMs: null, reason };
}

/** What a service that began alone leaves goes with it, where it is well known to or where both began at once. */
function leftAlone(own: Episode | null, best: Candidate, reason: string, policy: Policy): Absorbed | null {
  if (own === null || own.members.length > 1 || policy.grouping.learned.merge === null) return null;
  return best.sure || began(own, best.episode, policy) ? { episode: own, reason } : null;
}

function surge(state: TopologyState, episode: Episode, nowMs: number, policy: Policy): Placement {
  const { signals } = policy.grouping.learned.surge;
  const reason = `after a calm the same services fire again as at first, ${signals} signals or more at once: something new has happened`;
  return { group: newGroup(state, nowMs), joins: null, supersedes: episode, absorbs: null, endedAtMs: null, reason };
}

/** Never given twice, even when all that was learned is lost: the moment is part of it. */
function newGroup(state: TopologyState, nowMs: number): string {
  return `${nowMs.toString(36)}-${state.nextGroup}`;
}

interface Judgement {
  readonly belongs: boolean;
  /** Whether enough is known of both to say so for certain. */
  readonly sure: boolean;
  readonly weight: number;
  /** In words; most are never asked for. */
  readonly reason: () => string;
}

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
  const sure = isSure(found, known?.occasions ?? 0, policy);
  // Between equal claims the larger one is likelier to go on.
  const size = episode.members.length / (episode.members.length + 1);
  const weight = (size * (together + learned.evidence / 2)) / (expected + learned.evidence / 2);
  if (fits(found, policy) && (sure || seen >= learned.firstTicks)) {
    return { belongs: true, sure, weight, reason: () => told(firing.service, found, episode, policy) };
  }
  const neighbour = sure ? null : neighbourIn(catalogue, firing.service, episode);
  if (neighbour !== null) {
    return {
      belongs: true,
      sure,
      weight: 1,
      reason: () => `the catalogue knows that ${firing.service} and ${neighbour} depend on each other`,
    };
  }
  if (!sure && (isEstablished(episode, policy) || isBurst(state, nowMs, policy))) {
    const reason = () => `little is known of ${firing.service} yet, and it fires in one burst with ${several(episode)}`;
    return { belongs: true, sure, weight, reason };
  }
  return { belongs: false, sure, weight, reason: () => told(firing.service, found, episode, policy) };
}

/** A member on which the service depends directly, or the other way round. */
function neighbourIn({ dependents }: Catalogue, service: string, { members }: Episode): string | null {
  if (dependents.size === 0) return null;
  const above = dependents.get(service) ?? [];
  return members.find((member) => above.includes(member) || dependents.get(member)?.includes(service)) ?? null;
}

/** Many services within moments: what follows each other so is one event until more is known. */
function isBurst({ active, activeBefore, tickFromMs }: TopologyState, nowMs: number, policy: Policy): boolean {
  const { services, seconds } = policy.grouping.learned.burst;
  return activeBefore >= services || (active.size >= services && nowMs - tickFromMs >= seconds * 1_000);
}
