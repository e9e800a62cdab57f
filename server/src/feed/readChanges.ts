import type { Change } from '../domain/change.ts';
import type { BatchId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { SqlExecutor } from '../persistence/database.ts';

export interface FeedState {
  readonly epoch: string;
  /** The position of the last committed change; 0 when there has been none. */
  readonly head: number;
  /** How many batches of signals have been stored. */
  readonly batches: number;
  /** The last of them; null when there has been none. */
  readonly lastBatch: BatchId | null;
}

export async function readFeedState(sql: SqlExecutor): Promise<FeedState> {
  const [row] = await sql<
    { epoch: string; head: string; batches: string; lastBatch: BatchId | null }[]
  >`select epoch, head, batches, last_batch from feed where id = 1`;
  if (row === undefined) throw new Error('The feed has no row: the migrations did not run');
  return { ...row, head: Number(row.head), batches: Number(row.batches) };
}

/** The lowest position that is still kept; null when none is. */
export async function readOldestPosition(sql: SqlExecutor): Promise<number | null> {
  const [row] = await sql<{ position: string | null }[]>`select min(position) as position from change`;
  return row?.position == null ? null : Number(row.position);
}

/** An incident as JSON keeps it: its moments are text. */
type StoredIncident = {
  [Field in keyof Incident]: Incident[Field] extends Date
    ? string
    : Incident[Field] extends Date | null
      ? string | null
      : Incident[Field];
};

/** What changes that an older version wrote do not say. */
const sinceLaterVersions = {
  source: '',
  firstResolvedAt: null,
  firstEscalatedAt: null,
  firstSnoozedAt: null,
  escalationEpisode: 0,
  assignee: null,
  overriddenSeverity: null,
  overriddenBy: null,
  overrideReason: null,
  mergedInto: null,
  parentId: null,
} satisfies Partial<Incident>;

function reviveIncident(stored: StoredIncident): Incident {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...sinceLaterVersions,
    ...stored,
    highestSeverity: stored.highestSeverity ?? stored.severity,
    openedAt: new Date(stored.openedAt),
    firstAcknowledgedAt: moment(stored.firstAcknowledgedAt),
    acknowledgedAt: moment(stored.acknowledgedAt),
    firstResolvedAt: moment(stored.firstResolvedAt ?? null),
    resolvedAt: moment(stored.resolvedAt),
    lastSignalAt: new Date(stored.lastSignalAt),
    criticalAt: moment(stored.criticalAt),
    nextEscalationAt: moment(stored.nextEscalationAt),
    acknowledgementLapsesAt: moment(stored.acknowledgementLapsesAt ?? null),
    firstEscalatedAt: moment(stored.firstEscalatedAt ?? null),
    firstSnoozedAt: moment(stored.firstSnoozedAt ?? null),
    snoozedUntil: moment(stored.snoozedUntil ?? null),
    reviewAt: moment(stored.reviewAt),
    updatedAt: new Date(stored.updatedAt),
  };
}

/** Reads changes behind a position, in their order. */
export async function readChanges(sql: SqlExecutor, after: number, limit: number): Promise<Change[]> {
  const rows = await sql<(Omit<Change, 'position' | 'incident'> & { position: string; incident: StoredIncident })[]>`
    select position, kind, at, previous, incident from change where position > ${after} order by position limit ${limit}`;
  return rows.map(({ position, incident, ...row }) => ({
    ...row,
    position: Number(position),
    incident: reviveIncident(incident),
  }));
}

/** The incident as it stood at a moment; null when it did not exist yet or that long ago is no longer kept. */
export async function readIncidentAsOf(sql: SqlExecutor, incidentId: string, asOf: Date): Promise<Incident | null> {
  const [row] = await sql<{ incident: StoredIncident }[]>`
    select incident from change where incident_id = ${incidentId} and at <= ${asOf} order by at desc, position desc limit 1`;
  return row === undefined ? null : reviveIncident(row.incident);
}
