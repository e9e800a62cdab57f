import type { TransactionSql } from 'postgres';
import type { App } from '../application/app.ts';
import type { Notification } from '../channels/channel.ts';
import { deliver } from '../channels/registry.ts';
import type { Incident } from '../domain/incident.ts';
import { vigilActor } from '../domain/timeline.ts';
import { actionFor } from '../engines/action.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { findIncident, lockIncidents } from '../persistence/incidents.ts';
import { addTallies, minuteOf } from '../persistence/tally.ts';
import { appendTimeline } from '../persistence/timeline.ts';
import type { NotifyJob } from './job.ts';
import type { JobHandler, JobRun } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';

type NotifyApp = Pick<App, 'database' | 'clock' | 'policies'> & { readonly log: JobLog };

/**
 * Tells a target of an incident. At least once: when the server dies between the sending and the commit, the next attempt sends
 * again with the same key. The timeline and the tally count it once.
 */
export function notifyHandler(app: NotifyApp): JobHandler<'notify'> {
  return {
    run: (job, run) => notify(app, job, run),
    failed: (job, reason, run) => recordFailure(app, job, reason, run),
  };
}

async function notify(app: NotifyApp, job: NotifyJob, run: JobRun): Promise<void> {
  const { sql } = app.database;
  const incident = await findIncident(sql, job.incidentId);
  // Of what was brought in from the past nothing is sent to anyone.
  if (incident === null || incident.historical) return;
  const version = await app.policies.version(job.policyVersion);
  const target = version?.policy.targets[job.target];
  if (version === null || target === undefined) {
    return recordFailure(app, job, `version ${job.policyVersion} of the policy has no such target`, run);
  }
  const notification = describe(job, incident, actionFor(incident, version.policy), await app.clock.now());
  const delivery = await deliver(target, notification, { log: app.log, signal: run.signal });
  if (delivery.delivered) return recordDelivery(app, job, `${target.channel}: ${delivery.detail}`, run);
  if (delivery.retry) throw new Error(`${target.channel}: ${delivery.reason}`);
  return recordFailure(app, job, `${target.channel}: ${delivery.reason}`, run);
}

function describe(job: NotifyJob, incident: Incident, recommendedAction: string, at: Date): Notification {
  const { id, number, title, service, severity, status, openedAt, signalCount } = incident;
  return {
    key: job.key,
    at,
    target: job.target,
    reason: job.reason,
    severity: job.severity,
    runs: job.runs,
    incident: { id, number, title, service, severity, status, recommendedAction, openedAt, signalCount },
  };
}

function recordDelivery(app: NotifyApp, job: NotifyJob, detail: string, run: JobRun): Promise<void> {
  return record(app, job, run, async (tx, incident, at) => {
    const message = `${job.target} was ${job.runs === true ? 'run' : 'notified'} (${detail}): ${job.reason}`;
    await appendTimeline(tx, [event(incident, 'NOTIFIED', at, message)]);
    const { service } = incident;
    await addTallies(tx, [
      { minute: minuteOf(at), service, signals: 0, alerts: 0, incidents: 0, notifications: 1, suppressed: 0 },
    ]);
  });
}

function recordFailure(app: NotifyApp, job: NotifyJob, reason: string, run: JobRun): Promise<void> {
  app.log.error({ target: job.target, incident: job.incidentId, reason }, 'A notification could not be delivered');
  return record(app, job, run, async (tx, incident, at) => {
    const message = `${job.target} could not be ${job.runs === true ? 'run' : 'notified'} (${reason}): ${job.reason}`;
    await appendTimeline(tx, [event(incident, 'NOTIFICATION_FAILED', at, message)]);
  });
}

function event(incident: Incident, kind: 'NOTIFIED' | 'NOTIFICATION_FAILED', at: Date, message: string) {
  return { incidentId: incident.id, kind, at, actor: vigilActor, ruleId: 'notify.deliver', message, note: null };
}

/** Writes what became of the job together with the job's end, under the incident's lock so that its timeline keeps its order. */
async function record(
  app: NotifyApp,
  job: NotifyJob,
  run: JobRun,
  write: (tx: TransactionSql, incident: Incident, at: Date) => Promise<void>,
): Promise<void> {
  await app.database.sql.begin(async (tx) => {
    const [incident] = await lockIncidents(tx, [job.incidentId]);
    await run.complete(tx);
    if (incident === undefined) return;
    const at = await app.clock.now(tx);
    await write(tx, incident, at);
    // Whoever looks at the incident is told that its timeline has grown.
    const previous = { status: incident.status, severity: incident.severity };
    await appendChanges(tx, [{ kind: 'UPDATED', at, previous, incident }]);
  });
}
