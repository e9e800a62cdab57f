import type { IncidentId } from '../domain/ids.ts';
import type { SqlExecutor } from './database.ts';

/**
 * How many signals each of these incidents had taken before each of these moments, by the feed's last change before it; null where the feed
 * has none. Nothing is counted or written for this: each figure is one step into an index, so an incident that changed a thousand times
 * costs what a calm one does.
 */
export async function readSignalCounts(
  sql: SqlExecutor,
  incidentIds: readonly IncidentId[],
  moments: readonly Date[],
): Promise<Map<IncidentId, (number | null)[]>> {
  // As JSON: the client makes no null of a NULL within an array.
  const rows = await sql<{ id: IncidentId; counts: (number | null)[] }[]>`
    select of_incident.id, to_json(array(
      select (
        select (change.incident ->> 'signalCount')::int from change
        where change.incident_id = of_incident.id and change.at < bound.at order by change.at desc limit 1)
      from unnest(${moments.map((moment) => moment.toISOString())}::timestamptz[]) with ordinality as bound(at, place)
      order by bound.place)) as counts
    from unnest(${[...incidentIds]}::uuid[]) as of_incident(id)`;
  return new Map(rows.map(({ id, counts }) => [id, counts]));
}
