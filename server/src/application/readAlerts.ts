import type { Alert } from '../domain/alert.ts';
import type { IncidentId } from '../domain/ids.ts';
import { isUuid } from '../persistence/uuid.ts';
import type { App } from './app.ts';
import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  isMomentOfCursor,
  notACursor,
  readPage,
} from './connection.ts';

/** An incident's alerts, last seen first. */
export async function readAlerts(
  app: App,
  incidentId: IncidentId,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Alert>> {
  const { sql } = app.database;
  const page = readPage(args, { standard: 20, most: 100 });
  const [seen, id] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', 2).map(String);
  if (seen != null && id != null && !(isMomentOfCursor(seen) && isUuid(id))) throw notACursor('after');
  const behind =
    seen == null || id == null ? sql`` : sql`and (last_seen_at, id) < (${seen}::text::timestamptz, ${id}::text::uuid)`;
  const rows = await sql<Alert[]>`
    select * from alert where incident_id = ${incidentId} ${behind}
    order by last_seen_at desc, id desc limit ${page.limit + 1}`;
  return connectionOf(
    rows,
    page,
    (alert) => encodeCursor([alert.lastSeenAt.toISOString(), alert.id]),
    async () => {
      const [row] = await sql<
        { count: number }[]
      >`select count(*)::int as count from alert where incident_id = ${incidentId}`;
      return row?.count ?? 0;
    },
  );
}
