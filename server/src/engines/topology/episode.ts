import type { Policy } from '../policy.ts';
import type { Episode, Firing } from './state.ts';

/**
 * After how long a silence an episode, or its incident, is over, in milliseconds: `patience` times the mean wait for its next signal. That
 * is the mean of an exponential wait after so many signals in so long a time, given beforehand one signal per window (the posterior mean
 * under a Gamma prior). What has fired once waits for the whole window; what has fired hundreds of times in some minutes is over soon.
 */
export function gapMs(signals: number, durationMs: number, { grouping }: Policy): number {
  const windowMs = grouping.windowMinutes * 60_000;
  const { patience, minimumGapSeconds } = grouping.learned;
  const waitMs = (durationMs + windowMs) / Math.max(1, signals);
  return Math.min(windowMs, Math.max(minimumGapSeconds * 1_000, patience * waitMs));
}

/** Whether an episode may take a signal at this time: from before it as well as from after it. */
export function isLive(episode: Episode, nowMs: number, policy: Policy): boolean {
  return nowMs <= endOf(episode, policy) && nowMs >= episode.openedAtMs - gapOf(episode, policy);
}

/** When it is over if nothing more comes; ms since the epoch. */
export function endOf(episode: Episode, policy: Policy): number {
  return episode.lastAtMs + gapOf(episode, policy);
}

function gapOf({ signals, openedAtMs, lastAtMs }: Episode, policy: Policy): number {
  return gapMs(signals, lastAtMs - openedAtMs, policy);
}

/** So many services have joined it that it is an outage of a system, and who is not known to belong elsewhere is taken to be part of it. */
export function isEstablished({ members }: Episode, { grouping }: Policy): boolean {
  return members.length >= grouping.learned.burst.services;
}

export function tickOf(nowMs: number, policy: Policy): number {
  return Math.floor(nowMs / (policy.grouping.learned.tickSeconds * 1_000));
}

export function newEpisode(group: string, { service, stream }: Firing, nowMs: number, policy: Policy): Episode {
  return {
    group,
    openedAtMs: nowMs,
    lastAtMs: nowMs,
    signals: 1,
    streams: [stream],
    members: [service],
    together: 0,
    possible: 0,
    tick: tickOf(nowMs, policy),
    counts: [1],
    peak: 0,
    superseded: false,
  };
}

/**
 * Whether one more signal is part of a second surge: the episode had surged, had calmed down, and fires again as it did at first. Then
 * something new has happened to the same services.
 */
export function surgesAgain(episode: Episode, nowMs: number, policy: Policy): boolean {
  const { calmTicks, ratio, share, signals } = policy.grouping.learned.surge;
  if (episode.signals < signals) return false;
  const { counts, peak } = counted(episode, nowMs, policy);
  const [current = 0, ...before] = counts;
  const calm = before.reduce((sum, count) => sum + count, 0) / calmTicks;
  return (
    before.length >= calmTicks &&
    current >= signals &&
    current >= ratio * calm &&
    current >= share * peak &&
    peak >= ratio * calm
  );
}

/** The episode's counts with one more signal. A late one counts as if it had come now. */
export function counted(
  { tick, counts, peak }: Episode,
  nowMs: number,
  policy: Policy,
): Pick<Episode, 'tick' | 'counts' | 'peak'> {
  const kept = policy.grouping.learned.surge.calmTicks + 1;
  const now = Math.max(tick, tickOf(nowMs, policy));
  const silent = Math.min(now - tick, kept);
  const all = silent === 0 ? [...counts] : [...new Array<number>(silent).fill(0), ...counts];
  all[0] = (all[0] ?? 0) + 1;
  const gone = all.splice(kept);
  return { tick: now, counts: all, peak: gone.length === 0 ? peak : Math.max(peak, ...gone) };
}
