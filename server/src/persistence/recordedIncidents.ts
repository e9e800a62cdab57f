import type { IncidentId } from '../domain/ids.ts';
import type { SqlExecutor } from './database.ts';

/** What a person did to an incident. */
export interface RecordedAct {
  readonly incidentId: IncidentId;
  readonly kind: 'ACKNOWLEDGED' | 'UNACKNOWLEDGED' | 'RESOLVED' | 'REOPENED';
  readonly at: Date;
  readonly actor: string;
}

/** What became of an incident in a range of time. */
export interface RecordedIncident {
  readonly id: IncidentId;
  readonly number: number;
  readonly service: string;
  readonly title: string;
  readonly historical: boolean;
  readonly lastSignalAt: Date;
  /** `episode.step.repeat` of each that fired. */
  readonly escalations: readonly string[];
  /** Those that were due, delivered or not. */
  readonly notifications: number;
  /** Oldest first, those after the range left out. */
  readonly acts: readonly RecordedAct[];
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
      select id, number, service, title, historical, last_signal_at from incident where id = ${wanted}`,
    sql<{ incidentId: IncidentId; keys: string[] }[]>`
      select incident_id, array_agg(concat_ws('.', episode, step, repeat)) as keys
      from escalation join incident on incident.id = incident_id
      where incident_id = ${wanted} and (historical or (at >= ${from} and at < ${to})) group by incident_id`,
    sql<{ incidentId: IncidentId; count: number }[]>`
      select incident_id, count(*)::int as count from timeline
      where incident_id = ${wanted} and kind in ('NOTIFIED', 'NOTIFICATION_FAILED') and at >= ${from} and at < ${to}
      group by incident_id`,
    sql<RecordedAct[]>`
      select incident_id, kind, at, actor from timeline
      where incident_id = ${wanted} and rule_id in ('lifecycle.acknowledge', 'lifecycle.unacknowledge', 'lifecycle.resolve', 'lifecycle.reopen')
        and kind in ('ACKNOWLEDGED', 'UNACKNOWLEDGED', 'RESOLVED', 'REOPENED') and at < ${to}
      order by id`,
  ]);
  const fired = new Map(escalations.map(({ incidentId, keys }) => [incidentId, keys]));
  const notified = new Map(notifications.map(({ incidentId, count }) => [incidentId, count]));
  const done = new Map<IncidentId, RecordedAct[]>();
  for (const act of acts) {
    const known = done.get(act.incidentId);
    if (known === undefined) done.set(act.incidentId, [act]);
    else known.push(act);
  }
  return incidents.map((incident) => ({
    ...incident,
    escalations: fired.get(incident.id) ?? [],
    notifications: notified.get(incident.id) ?? 0,
    acts: done.get(incident.id) ?? [],
  }));
}
