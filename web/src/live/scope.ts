import type { LiveIncident } from './liveIncident.ts';
import { compareUrgency } from './order.ts';

/** Resolved incidents stay on the board this long. */
export const resolvedForMs = 24 * 60 * 60 * 1000;

/** More than this many are not held by a browser; the list at /incidents has them all. */
export const boardBound = 5_000;
const boundSlack = 1_000;

/** Whether there are more unresolved incidents than a browser holds: then the server's counts are the true ones. */
export function isBeyondBound(system: { readonly open: number; readonly acknowledged: number }): boolean {
  return system.open + system.acknowledged > boardBound;
}

export type Incidents = ReadonlyMap<string, LiveIncident>;

export function isInScope(incident: Pick<LiveIncident, 'status' | 'resolvedAt'>, nowMs: number): boolean {
  if (incident.status !== 'RESOLVED') return true;
  return incident.resolvedAt !== null && Date.parse(incident.resolvedAt) > nowMs - resolvedForMs;
}

/** Drops what was resolved too long ago, and the least urgent once there are far too many. The same map when nothing leaves. */
export function prune(incidents: Incidents, nowMs: number): Incidents {
  let kept = [...incidents.values()].filter((incident) => isInScope(incident, nowMs));
  if (kept.length > boardBound + boundSlack) {
    const unresolved = kept.filter((incident) => incident.status !== 'RESOLVED').sort(compareUrgency);
    const resolved = kept.filter((incident) => incident.status === 'RESOLVED').sort(compareUrgency);
    kept = [...unresolved, ...resolved].slice(0, boardBound);
  }
  if (kept.length === incidents.size) return incidents;
  return new Map(kept.map((incident) => [incident.id, incident]));
}
