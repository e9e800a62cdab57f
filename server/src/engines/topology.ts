import type { Signal } from '../domain/signal.ts';
import type { Catalogue } from './catalogue.ts';
import type { Policy } from './policy.ts';
import { counted, endOf } from './topology/episode.ts';
import { withPlaced } from './topology/grow.ts';
import { withFiring } from './topology/learn.ts';
import { type Placement, place } from './topology/place.ts';
import type { Firing, TopologyState } from './topology/state.ts';

type Placeable = Pick<Signal, 'service' | 'source' | 'labels'>;

const mostEarlyResolves = 256;

/** Where a signal belongs by what was learned, as `place`, with the key of its group. */
export interface Placed extends Placement {
  readonly groupKey: string;
}

/** Two groups whose open incidents turned out to be one. */
export interface FoundToBeOne {
  readonly guestKey: string;
  readonly hostKey: string;
  /** Goes on from `merged because`. */
  readonly reason: string;
}

/** Under which key what was learned is stored. History has a topology of its own: bringing it in must not touch what is known of now. */
export function topologyKey(historical: boolean): string {
  return `topology ${historical ? 'historical' : 'live'}`;
}

/** The same for what is large and changes seldom. */
export function acquaintancesKey(historical: boolean): string {
  return `acquaintances ${historical ? 'historical' : 'live'}`;
}

/** Whether anything is learned or kept for signals under this policy. */
export function usesTopology({ profile, grouping }: Policy): boolean {
  return profile !== 'seed-v1' && grouping.by !== 'signal';
}

/** Finds the group of a firing signal whose sender gave none. Changes nothing: see `afterPlacing`. */
export function placeSignal(
  state: TopologyState,
  signal: Placeable,
  now: Date,
  catalogue: Catalogue,
  policy: Policy,
): Placed {
  const placement = place(state, firingOf(signal, policy), now.getTime(), catalogue, policy);
  const { group, joins, supersedes, absorbs, endedAtMs, reason } = placement;
  return { group, joins, supersedes, absorbs, endedAtMs, reason, groupKey: keyOfGroup(group) };
}

/**
 * What is known after a signal was placed: services that fire in the same tick are learned to belong together, and its episode goes on.
 * `groupKey` is that of the incident which took it: another than the placement's when its sender's alert fired elsewhere already.
 */
export function afterPlacing(
  state: TopologyState,
  signal: Placeable,
  placement: Placed,
  groupKey: string | null,
  now: Date,
  policy: Policy,
): TopologyState {
  const firing = firingOf(signal, policy);
  const nowMs = now.getTime();
  const placed =
    groupKey === placement.groupKey || groupKey === foundToBeOne(placement)?.guestKey
      ? withPlaced(state, firing, placement, nowMs, policy)
      : withTouched(state, groupKey, nowMs, policy);
  return withFiring(placed, firing, nowMs, policy);
}

/** What a placement says about incidents, once its signal has been taken by one of their groups. */
export function foundToBeOne({ absorbs, groupKey: hostKey }: Placed): FoundToBeOne | null {
  return absorbs === null ? null : { guestKey: keyOfGroup(absorbs.episode.group), hostKey, reason: absorbs.reason };
}

/** The keys of the groups that signals of these services may be placed in, new ones aside: what has to be read before. */
export function groupKeysFor(
  { episodes }: Pick<TopologyState, 'episodes'>,
  services: ReadonlySet<string>,
  range: { readonly from: Date; readonly to: Date },
  policy: Policy,
): string[] {
  const windowMs = policy.grouping.windowMinutes * 60_000;
  return episodes
    .filter(
      (episode) =>
        episode.members.some((member) => services.has(member)) ||
        (endOf(episode, policy) >= range.from.getTime() && episode.openedAtMs - windowMs <= range.to.getTime()),
    )
    .map(({ group }) => keyOfGroup(group));
}

/** Remembers that an alert ended of which nothing has been heard yet: its firing may be on its way. */
export function withEarlyResolve(state: TopologyState, { dedupKey, occurredAt }: Signal): TopologyState {
  const earlyResolves = new Map(state.earlyResolves);
  const before = earlyResolves.get(dedupKey) ?? Number.NEGATIVE_INFINITY;
  earlyResolves.delete(dedupKey);
  earlyResolves.set(dedupKey, Math.max(before, occurredAt.getTime()));
  for (const key of earlyResolves.keys()) {
    if (earlyResolves.size <= mostEarlyResolves) break;
    earlyResolves.delete(key);
  }
  return { ...state, earlyResolves };
}

/** An alert that fired after such an end is heard of now: the end has had its say. */
export function afterFiring(state: TopologyState, { dedupKey, occurredAt }: Signal): TopologyState {
  const at = state.earlyResolves.get(dedupKey);
  if (at === undefined || at > occurredAt.getTime()) return state;
  const earlyResolves = new Map(state.earlyResolves);
  earlyResolves.delete(dedupKey);
  return { ...state, earlyResolves };
}

/** When the firing's alert ended before it was heard of, by the source's clock; null when it is not known to have ended. */
export function resolvedEarlyAt({ earlyResolves }: TopologyState, { dedupKey, occurredAt }: Signal): Date | null {
  const at = earlyResolves.get(dedupKey);
  return at === undefined || at <= occurredAt.getTime() ? null : new Date(at);
}

function withTouched(state: TopologyState, groupKey: string | null, nowMs: number, policy: Policy): TopologyState {
  const episode = state.episodes.findLast(({ group }) => keyOfGroup(group) === groupKey);
  if (episode === undefined) return state;
  const touched = {
    ...episode,
    lastAtMs: Math.max(episode.lastAtMs, nowMs),
    signals: episode.signals + 1,
    ...counted(episode, nowMs, policy),
  };
  return { ...state, episodes: [...state.episodes.filter((other) => other !== episode), touched] };
}

function firingOf({ service, source, labels }: Placeable, { grouping }: Policy): Firing {
  const label = labels.find(({ name }) => grouping.learned.streams.labels.includes(name));
  return { service, stream: label?.value ?? source };
}

function keyOfGroup(group: string): string {
  return JSON.stringify(['learned', group]);
}
