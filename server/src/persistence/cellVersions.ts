import type { SqlExecutor } from './database.ts';

/** What says whether cells that were read are still so: every transaction that changes cells moves the feed on, or builds them anew. */
export interface CellVersion {
  /** What tells this database from any other. */
  readonly epoch: string;
  /** The position of the feed's last change. */
  readonly head: number;
  /** The position of the oldest change that is kept; null when none is. */
  readonly oldest: number | null;
  /** When the cells were built last; null when they never were. */
  readonly builtAt: Date | null;
}

export async function readCellVersion(sql: SqlExecutor): Promise<CellVersion> {
  const [row] = await sql<{ epoch: string; head: string; oldest: string | null; builtAt: Date | null }[]>`
    select epoch, head, (select min(position) from change) as oldest, (select max(built_at) from metric_build) as built_at
    from feed where id = 1`;
  if (row === undefined) throw new Error('The feed has no row: the migrations did not run');
  const { epoch, head, oldest, builtAt } = row;
  return { epoch, head: Number(head), oldest: oldest === null ? null : Number(oldest), builtAt };
}

/** The UTC days, by their beginning in ms since the epoch, on which the incidents of the changes behind a position were opened. */
export async function readChangedDays(sql: SqlExecutor, after: number): Promise<number[]> {
  const rows = await sql<{ day: Date }[]>`
    select distinct date_trunc('day', opened_at, 'UTC') as day from incident
    where id in (select incident_id from change where position > ${after})`;
  return rows.map(({ day }) => day.getTime());
}
