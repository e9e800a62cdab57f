import type { IncidentId } from '../domain/ids.ts';
import type { TimelineEvent } from '../domain/timeline.ts';
import type { App } from './app.ts';
import { type Connection, connectionOf, decodeCursor, encodeCursor, notACursor, readPage } from './connection.ts';

/** All that happened to an incident, oldest first. */
export async function readTimeline(
  app: App,
  incidentId: IncidentId,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<TimelineEvent>> {
  const { sql } = app.database;
  const page = readPage(args, { standard: 50, most: 200 });
  const after = page.after === null ? '0' : String(decodeCursor(page.after, 'after', 1)[0]);
  if (!/^\d{1,18}$/.test(after)) throw notACursor('after');
  const rows = await sql<TimelineEvent[]>`
    select * from timeline where incident_id = ${incidentId} and id > ${after}::text::bigint
    order by id limit ${page.limit + 1}`;
  return connectionOf(
    rows,
    page,
    (event) => encodeCursor([event.id]),
    async () => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from timeline where incident_id = ${incidentId}`;
      return row?.count ?? 0;
    },
  );
}
