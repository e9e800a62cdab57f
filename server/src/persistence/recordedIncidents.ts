import type { IncidentId } from '../domain/ids.ts';
import type { RecordedAct } from '../domain/recordedAct.ts';
import type { SqlExecutor } from './database.ts';
import { readRecordedActs } from './recordedActs.ts';

/** What became of an incident in a range of time. */
export interface RecordedIncident {
  readonly id: IncidentId;
  readonly number: number;
  readonly service: string;
  readonly title: string;
  readonly historical: boolean;
  readonly openedAt: Date;
  readonly groupKey: string | null;
  /** The systemic incident that it counts towards. */
  readonly parentId: IncidentId | null;
  readonly lastSignalAt: Date;
  /** `episode.step.repeat` of each that fired. */
  readonly escalations: readonly string[];
  /** Those that were due, delivered or not. */
  readonly notifications: number;
  /** Oldest first, those after the range left out. */
  readonly acts: readonly RecordedAct[];
  /** When people merged another one into it last; null when they did not. */
  readonly lastMergeAt: Date | null;
}

/** Reads what happened to incidents. The escalations of historical ones fired on a time of their own: all of them count. */
export async function readRecordedIncidents(
  sql: SqlExecutor,
  ids: readonly IncidentId[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<RecordedIncident[]> {
  if (ids.length === 0) return [];
  const wanted = sql`any(${[...ids]}::uuid[])`;
  const [incidents, escalations, notifications, acts] = await Promise.all([
    sql<Omit<RecordedIncident, 'escalations' | 'notifications' | 'acts'>[]>`
      select id, number, service, title, historical, opened_at, group_key, parent_id, last_signal_at,
        (select max(at) from timeline where incident_id = incident.id and kind = 'TOOK_IN' and at < ${to}) as last_merge_at
      from incident where id = ${wanted}`,
    sql<{ incidentId: IncidentId; keys: string[] }[]>`
      select incident_id, array_agg(concat_ws('.', episode, step, repeat)) as keys
      from escalation join incident on incident.id = incident_id
      where incident_id = ${wanted} and (historical or (at >= ${from} and at < ${to})) group by incident_id`,
    sql<{ incidentId: IncidentId; count: number }[]>`
      select incident_id, count(*)::int as count from timeline
      where incident_id = ${wanted} and kind in ('NOTIFIED', 'NOTIFICATION_FAILED') and at >= ${from} and at < ${to}
      group by incident_id`,
    readRecordedActs(sql, ids, to),
  ]);
  const fired = new Map(escalations.map(({ incidentId, keys }) => [incidentId, keys]));
  const notified = new Map(notifications.map(({ incidentId, count }) => [incidentId, count]));
  return incidents.map((incident) => ({
    ...incident,
    escalations: fired.get(incident.id) ?? [],
    notifications: notified.get(incident.id) ?? 0,
    acts: acts.get(incident.id) ?? [],
  }));
}
