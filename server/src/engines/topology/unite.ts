import type { Policy } from '../policy.ts';
import { isEstablished, isLive, tickOf } from './episode.ts';
import { type Evidence, evidenceFor, fits, isSure, several, streamApart, told } from './evidence.ts';
import type { Episode, TopologyState } from './state.ts';

/** An episode that becomes part of another one. */
export interface Absorbed {
  readonly episode: Episode;
  /** Goes on from `merged because`. */
  readonly reason: string;
}

/** Two episodes that turned out to be one, and why. */
export interface Union {
  /** The larger one, or the one that began first. */
  readonly host: Episode;
  readonly guest: Episode;
  readonly reason: string;
}

/**
 * Finds the episode that is one with a service's own: the services of the smaller one belong to the larger one by what was learned. Of
 * those of which too little is known, it takes that both began at once and that they have gone on firing in the same ticks. Two that many
 * services have joined stay two. It is asked once in a tick, since what was learned changes no sooner.
 */
export function unionOf(state: TopologyState, own: Episode, nowMs: number, policy: Policy): Union | null {
  if (policy.grouping.learned.merge === null || tickOf(nowMs, policy) === own.tick) return null;
  let best: { readonly union: Union; readonly seen: number } | null = null;
  for (const other of state.episodes) {
    if (other === own || other.superseded || !isLive(other, nowMs, policy)) continue;
    if (own.streams.some((stream) => streamApart(stream, other, state, policy) !== null)) continue;
    const [host, guest] = isHost(own, other) ? [own, other] : [other, own];
    if (isEstablished(guest, policy)) continue;
    const found = evidenceBetween(state, guest, host, policy);
    if (!areOne(found, host, guest, policy) || (best !== null && best.seen >= found.seen)) continue;
    best = { union: { host, guest, reason: told(several(guest), found, host, policy) }, seen: found.seen };
  }
  return best?.union ?? null;
}

/** Whether two episodes began at once. */
export function began(one: Episode, other: Episode, { grouping }: Policy): boolean {
  const { merge } = grouping.learned;
  return merge !== null && Math.abs(one.openedAtMs - other.openedAtMs) <= merge.onsetSeconds * 1_000;
}

interface CommonEvidence extends Evidence {
  /** Of the service that has fired least often. */
  readonly occasions: number;
}

function areOne(found: CommonEvidence, host: Episode, guest: Episode, policy: Policy): boolean {
  if (!fits(found, policy)) return false;
  if (isSure(found, found.occasions, policy)) return true;
  return began(host, guest, policy) && found.seen >= policy.grouping.learned.firstTicks * guest.members.length;
}

/** Summed over all services of the smaller one. */
function evidenceBetween(state: TopologyState, guest: Episode, host: Episode, policy: Policy): CommonEvidence {
  let sum: CommonEvidence = { seen: 0, together: 0, possible: 0, expected: 0, occasions: Number.POSITIVE_INFINITY };
  for (const service of guest.members) {
    const known = state.services.get(service);
    const { seen, together, possible, expected } = evidenceFor(state, known, host, policy);
    sum = {
      seen: sum.seen + seen,
      together: sum.together + together,
      possible: sum.possible + possible,
      expected: sum.expected + expected,
      occasions: Math.min(sum.occasions, known?.occasions ?? 0),
    };
  }
  return sum;
}

/** A host is the larger one, else the elder. Groups are never equal: whichever of the two is asked, the answer is the same. */
function isHost(one: Episode, other: Episode): boolean {
  if (one.members.length !== other.members.length) return one.members.length > other.members.length;
  if (one.openedAtMs !== other.openedAtMs) return one.openedAtMs < other.openedAtMs;
  return one.group < other.group;
}
