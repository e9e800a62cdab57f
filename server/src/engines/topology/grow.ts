import type { Policy } from '../policy.ts';
import { counted, newEpisode } from './episode.ts';
import { cohesionIn, evidenceFor } from './evidence.ts';
import type { Placement } from './place.ts';
import type { Episode, Firing, TopologyState } from './state.ts';

const cohesionMemory = 30;

/** The episodes after a signal has been placed. */
export function withPlaced(
  state: TopologyState,
  firing: Firing,
  placement: Placement,
  nowMs: number,
  policy: Policy,
): TopologyState {
  const guest = placement.absorbs?.episode ?? null;
  if (placement.joins === null) return withNew(state, firing, placement, nowMs, policy);
  const episodes = state.episodes.filter((episode) => episode !== placement.joins && episode !== guest);
  const joins = guest === null ? placement.joins : united(placement.joins, guest, state, policy);
  const { service, stream } = firing;
  const after = isAddition(joins, service, policy) ? withMember(joins, service, state, policy) : joins;
  const { tick, counts, peak } = counted(joins, nowMs, policy);
  // For each signal: written out, as is the state, since to spread what holds fractions takes V8 microseconds.
  const grown: Episode = {
    group: after.group,
    openedAtMs: Math.min(joins.openedAtMs, nowMs),
    lastAtMs: Math.max(joins.lastAtMs, nowMs),
    signals: joins.signals + 1,
    streams: joins.streams.includes(stream) ? joins.streams : [...joins.streams, stream],
    members: after.members,
    together: after.together,
    possible: after.possible,
    tick,
    counts,
    peak,
    superseded: after.superseded,
  };
  episodes.push(grown);
  return {
    tick: state.tick,
    tickFromMs: state.tickFromMs,
    active: state.active,
    activeBefore: state.activeBefore,
    window: state.window,
    streaming: state.streaming,
    services: state.services,
    streamPairs: state.streamPairs,
    elapsed: state.elapsed,
    cohesion: state.cohesion,
    cohesionOf: state.cohesionOf,
    nextGroup: state.nextGroup,
    episodes,
    earlyResolves: state.earlyResolves,
  };
}

/** The surges of the host go on: what its guest had was never one of its own. */
function united(host: Episode, guest: Episode, state: TopologyState, policy: Policy): Episode {
  let after = host;
  for (const service of guest.members) {
    if (isAddition(after, service, policy)) after = withMember(after, service, state, policy);
  }
  return {
    ...after,
    openedAtMs: Math.min(host.openedAtMs, guest.openedAtMs),
    lastAtMs: Math.max(host.lastAtMs, guest.lastAtMs),
    signals: host.signals + guest.signals,
    streams: [...new Set([...host.streams, ...guest.streams])],
  };
}

function isAddition({ members }: Episode, service: string, policy: Policy): boolean {
  return members.length < policy.grouping.learned.maximumMembers && !members.includes(service);
}

function withMember(episode: Episode, service: string, state: TopologyState, policy: Policy): Episode {
  const { together, possible } = evidenceFor(state, state.services.get(service), episode, policy);
  return {
    ...episode,
    members: [...episode.members, service],
    together: episode.together + together,
    possible: episode.possible + possible,
  };
}

function withNew(
  state: TopologyState,
  firing: Firing,
  { group, supersedes }: Placement,
  nowMs: number,
  policy: Policy,
): TopologyState {
  const bound = policy.grouping.learned.maximumEpisodes;
  const blank = newEpisode(group, firing, nowMs, policy);
  const episode =
    supersedes === null
      ? blank
      : {
          ...blank,
          streams: supersedes.streams,
          members: supersedes.members,
          together: supersedes.together,
          possible: supersedes.possible,
        };
  const others = state.episodes
    .filter((other) => other.group !== group)
    .map((other) => (other === supersedes ? { ...other, superseded: true } : other));
  const episodes = [...others.slice(Math.max(0, others.length + 1 - bound)), episode];
  const gone = state.episodes.filter(
    (other) => !episodes.some((kept) => kept.openedAtMs === other.openedAtMs && kept.group === other.group),
  );
  return gone.reduce<TopologyState>((after, other) => withCohesionOf(after, other, policy), {
    ...state,
    nextGroup: state.nextGroup + 1,
    episodes,
  });
}

/** An ended episode tells how much belonging together usually shows. */
function withCohesionOf(state: TopologyState, episode: Episode, policy: Policy): TopologyState {
  const cohesion = cohesionIn(episode, policy);
  if (cohesion === null) return state;
  const cohesionOf = Math.min(state.cohesionOf + 1, cohesionMemory);
  return { ...state, cohesionOf, cohesion: state.cohesion + (cohesion - state.cohesion) / cohesionOf };
}
