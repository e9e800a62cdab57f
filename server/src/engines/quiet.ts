import type { Incident, IncidentMemory } from '../domain/incident.ts';
import type { Policy } from './policy.ts';

const minuteMs = 60_000;

/** After how many minutes without a signal worth more than a log line an incident resolves itself; null for never. */
export function quietMinutesOf(incident: Incident, policy: Policy): number | null {
  const { keyedQuietMinutes, quietMinutes } = policy.grouping;
  const stayMinutes = stayMinutesOf(incident.memory, policy);
  if (incident.firingAlertCount === 0 && stayMinutes > 0) return stayMinutes;
  return incident.memory.keyed ? keyedQuietMinutes : quietMinutes;
}

/** How long the last alert must stay resolved before its incident is; longer where an alert flaps. */
export function stayMinutesOf({ flapping }: Pick<IncidentMemory, 'flapping'>, policy: Policy): number {
  const { stayResolvedMinutes } = policy.grouping;
  if (flapping !== true || policy.flapping === null) return stayResolvedMinutes;
  return Math.max(stayResolvedMinutes, policy.flapping.stayResolvedMinutes);
}

/** When to look whether an incident that was just opened or reopened has gone quiet; null for never. */
export function reviewAtAfter(incident: Pick<Incident, 'memory'>, policy: Policy): Date | null {
  const minutes = incident.memory.keyed ? policy.grouping.keyedQuietMinutes : policy.grouping.quietMinutes;
  return minutes === null ? null : new Date(incident.memory.activeAtMs + minutes * minuteMs);
}

/**
 * When an open incident makes room for a new one of its group; null when it does not yet, seen from a signal at `now`.
 *
 * Observations further apart than the policy's window are not one incident. An incident with alerts that their sender names and will
 * resolve, and one that somebody has taken into hand, stay the group's incident for as long as they are not quiet.
 * A historical signal from before the incident, as when a replay begins again, is as far apart as one from after it.
 */
export function madeRoomAt(incident: Incident, policy: Policy, now: Date): Date | null {
  const quietMinutes = quietMinutesOf(incident, policy) ?? Number.POSITIVE_INFINITY;
  const stays = incident.memory.keyed || incident.status === 'ACKNOWLEDGED';
  const minutes = stays ? quietMinutes : Math.min(policy.grouping.windowMinutes, quietMinutes);
  const apartMs = Math.max(now.getTime() - incident.memory.activeAtMs, incident.openedAt.getTime() - now.getTime());
  return apartMs > minutes * minuteMs ? new Date(incident.memory.activeAtMs + minutes * minuteMs) : null;
}
