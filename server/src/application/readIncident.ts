import type { Incident } from '../domain/incident.ts';
import { readIncidentAsOf } from '../feed/readChanges.ts';
import { findIncident } from '../persistence/incidents.ts';
import type { App } from './app.ts';

/**
 * An incident by its UUID or number, now or as it stood at a moment; null when there is none, when it did not exist at that
 * moment, or when that long ago is no longer kept.
 */
export async function readIncident(app: App, id: string, asOf: Date | null): Promise<Incident | null> {
  const { sql } = app.database;
  const incident = await findIncident(sql, id);
  if (incident === null || asOf === null || asOf >= incident.updatedAt) return incident;
  return readIncidentAsOf(sql, incident.id, asOf);
}
