import type { TransactionSql } from 'postgres';
import type { App } from '../application/app.ts';
import type { Incident } from '../domain/incident.ts';
import { type NewTimelineEvent, vigilActor } from '../domain/timeline.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { deleteTaken, type HeldNotification, readTaken } from '../persistence/heldNotifications.ts';
import { lockIncidents, readIncidents } from '../persistence/incidents.ts';
import { freeSlot, keepSlot } from '../persistence/notificationSlots.ts';
import { addAttempt, putNotifications, withdrawNotifications } from '../persistence/notifications.ts';
import { beginPatiently } from '../persistence/patientTransaction.ts';
import { send } from '../persistence/statement.ts';
import { addTallies, minuteOf } from '../persistence/tally.ts';
import { appendTimeline } from '../persistence/timeline.ts';
import { type NotifyJob, newNotification } from './job.ts';
import type { JobRun } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';

type RecordApp = Pick<App, 'database' | 'clock'> & { readonly log: JobLog };

/** `attempted` is false where no attempt of this run ended so: the message was given up, or had nowhere to go. */
export type MessageOutcome =
  | { readonly delivered: true; readonly attempted: true; readonly detail: string }
  | { readonly delivered: false; readonly attempted: boolean; readonly reason: string };

/** What a message tells of beside its own job. Whoever snoozed an incident meanwhile is not told of it. */
export async function readOthers(sql: SqlExecutor, messageKey: string): Promise<HeldNotification[]> {
  const taken = await readTaken(sql, messageKey);
  const incidents = await readIncidents(
    sql,
    taken.map(({ incidentId }) => incidentId),
  );
  const silent = new Set(incidents.filter(({ snoozedUntil }) => snoozedUntil !== null).map(({ id }) => id));
  return taken.filter(({ incidentId }) => !silent.has(incidentId));
}

/**
 * Writes what became of a message together with its job's end, on every incident that it told of, under the incidents' locks so that their
 * timelines keep their order. A batch may lock them the other way round: what has arrived is not sent again for that.
 */
export async function recordMessage(
  app: RecordApp,
  job: NotifyJob,
  outcome: MessageOutcome,
  run: JobRun,
): Promise<void> {
  if (!outcome.delivered) {
    const { target, incidentId: incident } = job;
    app.log.error({ target, incident, reason: outcome.reason }, 'A notification could not be delivered');
  }
  const told = await readTold(app.database.sql, job);
  await beginPatiently(app.database.sql, async (tx) => {
    const locked = await lockIncidents(tx, [...new Set(told.map(({ incidentId }) => incidentId))]);
    await run.complete(tx);
    const at = await app.clock.now(tx);
    await settle(tx, job.key, told, outcome, at);
    const detail = outcome.delivered ? outcome.detail : outcome.reason;
    // Where the last attempt has ended otherwise, it was written when it did, or nobody knows of its end.
    if (outcome.attempted)
      await addAttempt(tx, job.key, { number: run.attempt, at, delivered: outcome.delivered, detail });
    const incidents = new Map(locked.map((incident) => [incident.id, incident]));
    const events = told.filter(({ incidentId }) => incidents.has(incidentId));
    await send(tx, appendTimeline(events.map((one) => eventOf(one, outcome, incidents.size - 1, at))));
    if (outcome.delivered) await tally(tx, incidents.get(job.incidentId), at);
    await tellWatchers(tx, locked, at);
  });
}

/**
 * Writes that an attempt has failed and that another one follows (or, after the last, that it will be given up), in the transaction that
 * puts the job back.
 */
export async function recordFailedAttempt(app: RecordApp, job: NotifyJob, reason: string, run: JobRun): Promise<void> {
  const told = await readTold(app.database.sql, job);
  await beginPatiently(app.database.sql, async (tx) => {
    const locked = await lockIncidents(tx, [...new Set(told.map(({ incidentId }) => incidentId))]);
    const retryAfterMs = await run.fail(tx, reason);
    const at = await app.clock.now(tx);
    await addAttempt(tx, job.key, { number: run.attempt, at, delivered: false, detail: reason });
    const nextAttemptAt = retryAfterMs === null ? null : new Date(at.getTime() + retryAfterMs);
    await putNotifications(
      tx,
      told.map((one) => ({ ...stateOf(one, job.key, at), status: 'PENDING', nextAttemptAt })),
    );
    await tellWatchers(tx, locked, at);
  });
}

/** What a message tells of: its own job first. */
async function readTold(sql: SqlExecutor, job: NotifyJob): Promise<HeldNotification[]> {
  return [{ ...job, runs: job.runs === true }, ...(await readOthers(sql, job.key))];
}

/** Whoever looks at the incidents is told that their timelines have grown. */
async function tellWatchers(tx: TransactionSql, locked: readonly Incident[], at: Date): Promise<void> {
  await appendChanges(
    tx,
    locked.map((incident) => {
      const previous = { status: incident.status, severity: incident.severity };
      return { kind: 'UPDATED', at, previous, incident };
    }),
  );
}

async function settle(
  tx: TransactionSql,
  messageKey: string,
  told: readonly HeldNotification[],
  { delivered }: MessageOutcome,
  at: Date,
): Promise<void> {
  if (delivered) await keepSlot(tx, messageKey, at);
  else await freeSlot(tx, messageKey);
  const keys = new Set(told.map(({ key }) => key));
  const untold = (await deleteTaken(tx, messageKey)).filter((key) => !keys.has(key));
  await withdrawNotifications(tx, untold, at);
  const status = delivered ? 'DELIVERED' : 'FAILED';
  await putNotifications(
    tx,
    told.map((one) => ({ ...stateOf(one, messageKey, at), status, settledAt: at })),
  );
}

function stateOf({ key, runs, ...held }: HeldNotification, messageKey: string, at: Date) {
  return { ...newNotification({ ...held, key, runs }), at, settledAt: null, nextAttemptAt: null, messageKey };
}

function eventOf(
  { key, incidentId, target, reason, runs }: HeldNotification,
  outcome: MessageOutcome,
  others: number,
  at: Date,
): NewTimelineEvent {
  const what = runs ? 'run' : 'notified';
  const bundled = others === 0 ? '' : ` ${others} other${others === 1 ? '' : 's'}`;
  const event = { incidentId, at, actor: vigilActor, ruleId: 'notify.deliver', note: null, notificationId: key };
  if (!outcome.delivered) {
    const rest = bundled === '' ? '' : `, nor of${bundled} in the same message`;
    const message = `${target} could not be ${what} (${outcome.reason}): ${reason}${rest}`;
    return { ...event, kind: 'NOTIFICATION_FAILED', message };
  }
  const message = `${target} was ${what} (${outcome.detail}): ${reason}${bundled === '' ? '' : `. Told with${bundled}`}`;
  return { ...event, kind: 'NOTIFIED', message };
}

/** However many it tells of, it is one message to whoever gets it. */
async function tally(tx: TransactionSql, incident: Incident | undefined, at: Date): Promise<void> {
  if (incident === undefined) return;
  const { service } = incident;
  const none = { signals: 0, alerts: 0, incidents: 0, suppressed: 0 };
  await send(tx, addTallies([{ minute: minuteOf(at), service, ...none, notifications: 1 }]));
}
