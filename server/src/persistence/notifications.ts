import type { TransactionSql } from 'postgres';
import type { IncidentId } from '../domain/ids.ts';
import type { NewNotification, Notification, NotificationAttempt, NotificationStatus } from '../domain/notification.ts';
import type { SqlExecutor } from './database.ts';
import { moments, plain, rowColumns, texts } from './rowColumns.ts';

/** A notification as it stands now. */
export interface NotificationState extends NewNotification {
  readonly status: NotificationStatus;
  /** When that was decided or it came to stand so. */
  readonly at: Date;
  readonly settledAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly messageKey: string;
}

const columns = rowColumns<NotificationState>({
  id: texts(({ id }) => id),
  incident_id: plain('uuid', ({ incidentId }) => incidentId),
  target: texts(({ target }) => target),
  kind: plain('notification_kind', ({ kind }) => kind),
  severity: plain('severity', ({ severity }) => severity),
  reason: texts(({ reason }) => reason),
  status: plain('notification_status', ({ status }) => status),
  created_at: moments(({ at }) => at),
  settled_at: moments(({ settledAt }) => settledAt),
  next_attempt_at: moments(({ nextAttemptAt }) => nextAttemptAt),
  message_key: texts(({ messageKey }) => messageKey),
});
/** Inserts as well: the server that added the job may be an older one, which kept no notifications. */
const putStatement = `
  insert into notification (${columns.nameList}) select ${columns.nameList} from ${columns.source}
  on conflict (id) do update set status = excluded.status, settled_at = excluded.settled_at,
    next_attempt_at = excluded.next_attempt_at, message_key = excluded.message_key`;

export async function putNotifications(tx: TransactionSql, states: readonly NotificationState[]): Promise<void> {
  if (states.length === 0) return;
  await tx.unsafe(putStatement, columns.parameters(states), { prepare: true });
}

/** Nobody needs to be told of them any more. */
export async function withdrawNotifications(tx: TransactionSql, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    update notification set status = 'WITHDRAWN', settled_at = ${at}, next_attempt_at = null
    where id = any(${[...ids]}::text[])`;
}

export async function addAttempt(
  tx: TransactionSql,
  messageKey: string,
  { number, at, delivered, detail }: NotificationAttempt,
): Promise<void> {
  await tx`
    insert into notification_attempt (message_key, number, at, delivered, detail)
    values (${messageKey}, ${number}, ${at}, ${delivered}, ${detail}) on conflict do nothing`;
}

/** The newest notifications of each of these incidents, newest first, at most `most` of each. */
export async function readNotificationsOf(
  sql: SqlExecutor,
  incidentIds: readonly IncidentId[],
  most: number,
): Promise<Notification[]> {
  const rows = await sql<(Omit<Notification, 'attempts'> & { readonly messageKey: string })[]>`
    select newest.* from unnest(${[...incidentIds]}::uuid[]) as of_incident(id)
    cross join lateral (
      select * from notification where incident_id = of_incident.id order by created_at desc, id desc limit ${most}
    ) as newest order by newest.created_at desc, newest.id desc`;
  if (rows.length === 0) return [];
  const attempts = await sql<(NotificationAttempt & { readonly messageKey: string })[]>`
    select * from notification_attempt where message_key = any(${rows.map(({ messageKey }) => messageKey)}::text[])
    order by message_key, number`;
  const byMessage = new Map<string, NotificationAttempt[]>(rows.map(({ messageKey }) => [messageKey, []]));
  for (const attempt of attempts) byMessage.get(attempt.messageKey)?.push(attempt);
  return rows.map((row) => ({ ...row, attempts: byMessage.get(row.messageKey) ?? [] }));
}

/** Forgets notifications that were decided, and attempts that were made, before `oldest`. Returns how many of both. */
export async function trimNotifications(sql: SqlExecutor, oldest: Date): Promise<number> {
  const notifications = await sql`delete from notification where created_at < ${oldest}`;
  const attempts = await sql`delete from notification_attempt where at < ${oldest}`;
  return notifications.count + attempts.count;
}
