import { and, desc, gt, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm';
import type { MaintenanceWindowId, SilenceId } from '../domain/ids.ts';
import type { MaintenanceWindow, Silence, SuppressedAlert } from '../domain/suppression.ts';
import type { SilenceState } from '../engines/silence.ts';
import { maintenanceWindowTable, silenceTable, suppressedAlertTable } from '../persistence/suppressionTables.ts';
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

interface ListArguments {
  /** Only what is in force, or only what is not; all when it is not given. */
  readonly active?: boolean | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const pageBounds = { standard: 20, most: 100 };

/** Silences, newest first. */
export async function listSilences(
  app: App,
  args: ListArguments & { readonly state?: SilenceState | null },
): Promise<Connection<Silence>> {
  const { orm } = app.database;
  const now = await app.clock.now();
  const { id, startsAt, endsAt } = silenceTable;
  const page = readPage(args, pageBounds);
  const standing = {
    PENDING: and(gt(startsAt, now), gt(endsAt, now)),
    ACTIVE: and(lte(startsAt, now), gt(endsAt, now)),
    EXPIRED: lte(endsAt, now),
  } satisfies Record<SilenceState, SQL | undefined>;
  const matching = and(whether(args.active, standing.ACTIVE), args.state == null ? undefined : standing[args.state]);
  const rows = await orm
    .select()
    .from(silenceTable)
    .where(and(matching, behindId(id, page.after)))
    .orderBy(desc(id))
    .limit(page.limit + 1);
  const silences = rows.map((row): Silence => ({ ...row, id: row.id as SilenceId }));
  return connectionOf(
    silences,
    page,
    (silence) => encodeCursor([silence.id]),
    () => orm.$count(silenceTable, matching),
  );
}

/** Maintenance windows that were not deleted, newest first. */
export async function listMaintenanceWindows(app: App, args: ListArguments): Promise<Connection<MaintenanceWindow>> {
  const { orm } = app.database;
  const now = await app.clock.now();
  const { id, endsAt, deletedBy } = maintenanceWindowTable;
  const page = readPage(args, pageBounds);
  const matching = and(isNull(deletedBy), whether(args.active, or(isNull(endsAt), gt(endsAt, now))));
  const rows = await orm
    .select()
    .from(maintenanceWindowTable)
    .where(and(matching, behindId(id, page.after)))
    .orderBy(desc(id))
    .limit(page.limit + 1);
  const windows = rows.map((row): MaintenanceWindow => ({ ...row, id: row.id as MaintenanceWindowId }));
  return connectionOf(
    windows,
    page,
    (window) => encodeCursor([window.id]),
    () => orm.$count(maintenanceWindowTable, matching),
  );
}

/** Alerts that are held back, last heard of first; those that are not heard any more are left out. */
export async function listSuppressedAlerts(
  app: App,
  args: Omit<ListArguments, 'active'>,
): Promise<Connection<SuppressedAlert>> {
  const { orm } = app.database;
  const { dedupKey, historical, lastSeenAt, staleAt } = suppressedAlertTable;
  const page = readPage(args, pageBounds);
  const matching = or(isNull(staleAt), gt(staleAt, await app.clock.now()));
  const rows = await orm
    .select()
    .from(suppressedAlertTable)
    .where(and(matching, behindAlert(page.after)))
    .orderBy(desc(lastSeenAt), desc(dedupKey), desc(historical))
    .limit(page.limit + 1);
  return connectionOf(
    rows,
    page,
    (alert) => encodeCursor([alert.lastSeenAt.toISOString(), alert.dedupKey, String(alert.historical)]),
    () => orm.$count(suppressedAlertTable, matching),
  );

  function behindAlert(cursor: string | null): SQL | undefined {
    if (cursor === null) return undefined;
    const [seen, key, past] = decodeCursor(cursor, 'after', 3).map(String);
    const sound = isMomentOfCursor(seen) && /^(true|false)$/.test(past ?? '');
    if (!sound) throw notACursor('after');
    return sql`(${lastSeenAt}, ${dedupKey}, ${historical}) < (${seen}::timestamptz, ${key}, ${past}::boolean)`;
  }
}

function whether(wanted: boolean | null | undefined, condition: SQL | undefined): SQL | undefined {
  if (wanted === null || wanted === undefined || condition === undefined) return undefined;
  return wanted ? condition : not(condition);
}

function behindId(
  id: typeof silenceTable.id | typeof maintenanceWindowTable.id,
  cursor: string | null,
): SQL | undefined {
  if (cursor === null) return undefined;
  const [last] = decodeCursor(cursor, 'after', 1).map(String);
  if (last === undefined || !isUuid(last)) throw notACursor('after');
  return sql`${id} < ${last}::uuid`;
}
