import type { Incident } from '../domain/incident.ts';
import { countedOf, foldTimeline } from '../engines/foldTimeline.ts';
import { readIncidentAsOf } from '../feed/readChanges.ts';
import { findIncident } from '../persistence/incidents.ts';
import { readPatches } from '../persistence/timeline.ts';
import type { App } from './app.ts';

/**
 * An incident by its UUID or number, now or as it stood at a moment; null when there is none or when it did not exist at that moment.
 *
 * The past is folded from the timeline, which is kept as long as the incident, by the times of its events: what a rule found out later to
 * have ended by then had ended. Counters that signals move without an event are those of the
 * last change before that moment while the feed keeps it, else those of the last event.
 */
export async function readIncident(app: App, id: string, asOf: Date | null): Promise<Incident | null> {
  const { sql } = app.database;
  const incident = await findIncident(sql, id);
  if (incident === null || asOf === null || asOf >= incident.updatedAt) return incident;
  if (asOf < incident.openedAt) return null;
  const [patches, snapshot] = await Promise.all([
    readPatches(sql, incident.id, asOf),
    readIncidentAsOf(sql, incident.id, asOf),
  ]);
  const folded = foldTimeline(patches);
  // Incidents from before events told what they changed are known by their changes only.
  if (folded === null) return snapshot;
  // A snapshot in another status is from before a rule found out that the incident had ended earlier.
  if (snapshot?.status !== folded.status)
    return { ...incident, updatedAt: patches.at(-1)?.at ?? incident.openedAt, ...folded };
  return { ...snapshot, ...folded, ...countedOf(snapshot) };
}
