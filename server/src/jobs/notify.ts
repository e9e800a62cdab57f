import type { App } from '../application/app.ts';
import type { More, Notification } from '../channels/channel.ts';
import { deliver } from '../channels/registry.ts';
import { withoutSecrets } from '../channels/withoutSecrets.ts';
import type { Incident } from '../domain/incident.ts';
import { compareSeverity } from '../domain/severity.ts';
import { actionFor } from '../engines/action.ts';
import { rateOf } from '../engines/rate.ts';
import { findIncident, readIncidents } from '../persistence/incidents.ts';
import { claimMessage } from './claimMessage.ts';
import type { NotifyJob } from './job.ts';
import type { JobHandler, JobRun } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';
import { oneAtATime } from './oneAtATime.ts';
import { readOthers, recordFailedAttempt, recordMessage } from './recordMessage.ts';
import { withdrawMessage } from './withdrawMessage.ts';

export type NotifyApp = Pick<App, 'database' | 'clock' | 'policies'> & {
  readonly log: JobLog;
  /** Where people reach the server; null when it does not know. */
  readonly publicUrl: string | null;
};

/** So many of the incidents that a message takes along are told by name. */
const mostListed = 20;

/**
 * Tells a target of an incident, and with it of those that had to wait for the target's rate. At least once: when the server dies between
 * the sending and the commit, the next attempt sends again with the same key. The timeline and the tally count it once.
 */
export function notifyHandler(app: NotifyApp): JobHandler<'notify'> {
  // Claims wait for their target's lock, and of a storm's there are many: no more than one connection may wait for it.
  const inTurn = oneAtATime();
  return {
    run: (job, run) => notify(app, job, run, inTurn),
    failed: (job, reason, run) => recordMessage(app, job, { delivered: false, attempted: false, reason }, run),
  };
}

async function notify(
  app: NotifyApp,
  job: NotifyJob,
  run: JobRun,
  inTurn: ReturnType<typeof oneAtATime>,
): Promise<void> {
  const { sql } = app.database;
  const incident = await findIncident(sql, job.incidentId);
  // Of what was brought in from the past nothing is sent to anyone.
  if (incident === null || incident.historical) return;
  // What was snoozed before its first attempt was to be told in spite of that: only the systemic rule does so.
  if (run.attempt > 1 && incident.snoozedUntil !== null) return inTurn(() => withdrawMessage(app, job, run));
  const version = await app.policies.version(job.policyVersion);
  const target = version?.policy.targets[job.target];
  if (version === null || target === undefined) {
    const reason = `version ${job.policyVersion} of the policy has no such target`;
    return recordMessage(app, job, { delivered: false, attempted: false, reason }, run);
  }
  const rate = rateOf(version.policy, job.target);
  if (rate !== null && !(await inTurn(() => claimMessage(app, job, rate, run)))) return;
  const more = rate === null ? undefined : await moreOf(app, job);
  const notification = describe(job, incident, actionFor(incident, version.policy), await app.clock.now(), more);
  const delivery = await deliver(target, notification, { log: app.log, signal: run.signal });
  if (delivery.delivered) {
    const detail = `${target.channel}: ${delivery.detail}`;
    return recordMessage(app, job, { delivered: true, attempted: true, detail }, run);
  }
  const reason = withoutSecrets(`${target.channel}: ${delivery.reason}`, target);
  if (delivery.retry) return recordFailedAttempt(app, job, reason, run);
  return recordMessage(app, job, { delivered: false, attempted: true, reason }, run);
}

function describe(
  job: NotifyJob,
  incident: Incident,
  recommendedAction: string,
  at: Date,
  more: More | undefined,
): Notification {
  const { id, number, title, service, severity, status, openedAt, signalCount } = incident;
  return {
    key: job.key,
    at,
    target: job.target,
    reason: job.reason,
    severity: job.severity,
    runs: job.runs,
    incident: { id, number, title, service, severity, status, recommendedAction, openedAt, signalCount },
    more,
  };
}

/** The other incidents that the message tells of; undefined when there are none. */
async function moreOf({ database: { sql }, publicUrl }: NotifyApp, job: NotifyJob): Promise<More | undefined> {
  const others = await readOthers(sql, job.key);
  const ids = others.map(({ incidentId }) => incidentId).filter((id) => id !== job.incidentId);
  const incidents = (await readIncidents(sql, ids)).sort(
    (a, b) => compareSeverity(b.severity, a.severity) || a.number - b.number,
  );
  const [first] = incidents;
  if (first === undefined) return undefined;
  const count = incidents.length;
  return {
    title: `${count} more incident${count === 1 ? '' : 's'}`,
    count,
    severity: first.severity,
    incidents: incidents
      .slice(0, mostListed)
      .map(({ id, number, title, service, severity, status }) => ({ id, number, title, service, severity, status })),
    url: publicUrl === null ? null : `${publicUrl}/incidents`,
  };
}
