import type { Fragment } from 'postgres';
import type { Incident } from '../domain/incident.ts';
import type { CountName, MeasuredDuration } from '../engines/metrics/figures.ts';
import type { SqlExecutor } from './database.ts';
import { type IncidentSelection, isSelected } from './incidentSelection.ts';

export type MeasureStatus = 'RECORDED' | 'PENDING' | 'NOT_APPLICABLE';
export type CountedIncidents = Extract<CountName, 'opened' | 'acknowledged' | 'resolved' | 'reopened' | 'escalated'>;

export type ServiceLevelResult = 'MET' | 'MISSED' | 'PENDING';

export interface ServiceLevelTarget {
  /** An acknowledgement counts as in time up to here, not included: where the bucket ends that the target lies in. */
  readonly endMs: number;
  /** Who was opened before and is not acknowledged is late. */
  readonly openedBefore: Date;
}

/** Which of the selected incidents make a figure what it is. */
export type FigurePart =
  | { readonly kind: 'count'; readonly count: CountedIncidents }
  | { readonly kind: 'duration'; readonly duration: MeasuredDuration; readonly status: MeasureStatus }
  | { readonly kind: 'open' }
  | { readonly kind: 'serviceLevel'; readonly result: ServiceLevelResult; readonly target: ServiceLevelTarget };

export interface FigurePage {
  /** The last incident of the page before; null for the first page. */
  readonly behind: { readonly openedAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** The incidents behind a figure, those opened last first. */
export function readFigureIncidents(
  sql: SqlExecutor,
  selection: IncidentSelection,
  part: FigurePart,
  { behind, limit }: FigurePage,
): Promise<Incident[]> {
  const further =
    behind === null
      ? sql`true`
      : sql`(opened_at, id) < (${behind.openedAt}::text::timestamptz, ${behind.id}::text::uuid)`;
  return sql<Incident[]>`
    select * from incident where ${isSelected(sql, selection)} and ${isPart(sql, part)} and ${further}
    order by opened_at desc, id desc limit ${limit}`.then((rows) => [...rows]);
}

export async function countFigureIncidents(
  sql: SqlExecutor,
  selection: IncidentSelection,
  part: FigurePart,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from incident where ${isSelected(sql, selection)} and ${isPart(sql, part)}`;
  return row?.count ?? 0;
}

/** The same as `measureOf` says of an incident's row; a test compares them. */
export function isPart(sql: SqlExecutor, part: FigurePart): Fragment {
  switch (part.kind) {
    case 'open':
      return sql`status <> 'RESOLVED'`;
    case 'count':
      return isCounted(sql, part.count);
    case 'duration': {
      const recorded = isRecorded(sql, part.duration);
      if (part.status === 'RECORDED') return recorded;
      const pending = isPending(sql, part.duration);
      return part.status === 'PENDING' ? pending : sql`not (${recorded}) and not (${pending})`;
    }
    case 'serviceLevel':
      return isOfResult(sql, part.result, part.target);
  }
}

function isPending(sql: SqlExecutor, duration: MeasuredDuration): Fragment {
  const live = duration === 'acknowledge' ? sql`and not historical` : sql``;
  return sql`status <> 'RESOLVED' and not (${isRecorded(sql, duration)}) ${live}`;
}

function isOfResult(
  sql: SqlExecutor,
  result: ServiceLevelResult,
  { endMs, openedBefore }: ServiceLevelTarget,
): Fragment {
  const recorded = isRecorded(sql, 'acknowledge');
  const pending = isPending(sql, 'acknowledge');
  const inTime = sql`first_acknowledged_at - opened_at < ${endMs}::float8 * interval '1 ms'`;
  switch (result) {
    case 'MET':
      return sql`${recorded} and ${inTime}`;
    case 'MISSED':
      return sql`(${recorded} and not (${inTime}) or ${pending} and opened_at < ${openedBefore})`;
    case 'PENDING':
      return sql`${pending} and opened_at >= ${openedBefore}`;
  }
}

function isCounted(sql: SqlExecutor, count: CountedIncidents): Fragment {
  switch (count) {
    case 'opened':
      return sql`true`;
    case 'acknowledged':
      return sql`first_acknowledged_at is not null`;
    case 'resolved':
      return sql`status = 'RESOLVED'`;
    case 'reopened':
      return sql`reopen_count > 0`;
    case 'escalated':
      return sql`first_escalated_at is not null`;
  }
}

/** Never null: what is not known is false. In brackets where it must be. */
function isRecorded(sql: SqlExecutor, duration: MeasuredDuration): Fragment {
  const byRule = sql`coalesce(resolved_by_rule, false)`;
  const acknowledged = sql`first_acknowledged_at is not null and not historical`;
  const ended = sql`status = 'RESOLVED' and merged_into is null and resolved_at is not null and (${byRule} or not historical)`;
  switch (duration) {
    case 'acknowledge':
      return acknowledged;
    case 'resolve':
      return ended;
    case 'resolveByPeople':
      return sql`${ended} and not ${byRule}`;
    case 'resolveByRule':
      return sql`${ended} and ${byRule}`;
    case 'firstResolve':
      return sql`first_resolved_at is not null`;
    case 'respond':
      return sql`(${acknowledged} or first_snoozed_at is not null or first_resolved_at is not null or ${ended})`;
  }
}
