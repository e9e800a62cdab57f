import { escalateDue as escalate, escalateAtAge } from '../engines/escalation.ts';
import { riskOf } from '../engines/risk.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { lockDue, lockIncidents, readUnderRisk } from '../persistence/incidents.ts';
import type { App } from './app.ts';
import { incidentsById, PendingConsequences } from './pendingConsequences.ts';

const claimSize = 100;

/**
 * Fires the escalation steps whose time has come. Rows are claimed with SKIP LOCKED, so that several servers share the work,
 * and what follows commits with the claim: a server that dies leaves its incidents to the next. Returns how many were claimed.
 */
export async function escalateDue(app: App): Promise<number> {
  let claimed = 0;
  await app.database.sql.begin(async (tx) => {
    const [now, { policy, version }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
    const due = await lockDue(tx, 'next_escalation_at', now, claimSize);
    claimed = due.length;
    const pending = new PendingConsequences(incidentsById(due));
    for (const incident of due) pending.add(escalate(incident, policy, version, now, app.newId), null);
    await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion: version });
    await appendChanges(tx, pending.changes(now));
  });
  return claimed;
}

/** So many of the oldest are looked at each time: age is what is looked for. */
const mostUnderRisk = 1_000;

/**
 * Fires the next step of incidents whose risk has crossed the policy's threshold by their age alone. Asked without locks first, since most
 * are not there yet; those that are, are locked and asked again. Returns how many fired.
 */
export async function escalateAtAgeDue(app: App): Promise<number> {
  const { sql } = app.database;
  const { policy, version } = await app.policies.active();
  const threshold = policy.risk.escalateAt;
  if (threshold === null) return 0;
  const asked = await app.clock.now();
  const waiting = await readUnderRisk(sql, threshold, mostUnderRisk);
  const crossing = waiting.filter((incident) => riskOf(incident, policy, asked).risk >= threshold);
  if (crossing.length === 0) return 0;
  let fired = 0;
  await sql.begin(async (tx) => {
    const incidents = await lockIncidents(
      tx,
      crossing
        .slice(0, claimSize)
        .map(({ id }) => id)
        .sort(),
    );
    const now = await app.clock.now(tx);
    const pending = new PendingConsequences(incidentsById(incidents));
    for (const incident of incidents) pending.add(escalateAtAge(incident, policy, version, now, app.newId), null);
    fired = pending.changed.length;
    await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion: version });
    await appendChanges(tx, pending.changes(now));
  });
  return fired;
}
