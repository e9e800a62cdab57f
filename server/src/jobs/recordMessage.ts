import type { TransactionSql } from 'postgres';
import type { App } from '../application/app.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { type NewTimelineEvent, vigilActor } from '../domain/timeline.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { deleteTaken, type HeldNotification, readTaken } from '../persistence/heldNotifications.ts';
import { lockIncidents, readIncidents } from '../persistence/incidents.ts';
import { freeSlot, keepSlot } from '../persistence/notificationSlots.ts';
import { addTallies, minuteOf } from '../persistence/tally.ts';
import { appendTimeline } from '../persistence/timeline.ts';
import type { NotifyJob } from './job.ts';
import type { JobRun } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';

type RecordApp = Pick<App, 'database' | 'clock'> & { readonly log: JobLog };

export type MessageOutcome =
  | { readonly delivered: true; readonly detail: string }
  | { readonly delivered: false; readonly reason: string };

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
 * timelines keep their order.
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
  const others = await readOthers(app.database.sql, job.key);
  const told = [{ ...job, runs: job.runs === true }, ...others];
  await app.database.sql.begin(async (tx) => {
    const locked = await lockIncidents(tx, [...new Set(told.map(({ incidentId }) => incidentId))]);
    await run.complete(tx);
    const at = await app.clock.now(tx);
    await settle(tx, job.key, outcome, at);
    const incidents = new Map(locked.map((incident) => [incident.id, incident]));
    const events = told.filter(({ incidentId }) => incidents.has(incidentId));
    await appendTimeline(
      tx,
      events.map((one) => eventOf(one, outcome, incidents.size - 1, at)),
    );
    if (outcome.delivered) await tally(tx, incidents.get(job.incidentId), at);
    // Whoever looks at the incidents is told that their timelines have grown.
    await appendChanges(
      tx,
      locked.map((incident) => {
        const previous = { status: incident.status, severity: incident.severity };
        return { kind: 'UPDATED', at, previous, incident };
      }),
    );
  });
}

async function settle(tx: TransactionSql, key: string, { delivered }: MessageOutcome, at: Date): Promise<void> {
  if (delivered) await keepSlot(tx, key, at);
  else await freeSlot(tx, key);
  await deleteTaken(tx, key);
}

type Told = Pick<HeldNotification, 'target' | 'reason' | 'runs'> & { readonly incidentId: IncidentId };

function eventOf(
  { incidentId, target, reason, runs }: Told,
  outcome: MessageOutcome,
  others: number,
  at: Date,
): NewTimelineEvent {
  const what = runs ? 'run' : 'notified';
  const bundled = others === 0 ? '' : ` ${others} other${others === 1 ? '' : 's'}`;
  const event = { incidentId, at, actor: vigilActor, ruleId: 'notify.deliver', note: null };
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
  await addTallies(tx, [{ minute: minuteOf(at), service, ...none, notifications: 1 }]);
}
