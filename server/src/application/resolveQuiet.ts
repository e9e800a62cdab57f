import type { TransactionSql } from 'postgres';
import type { Incident } from '../domain/incident.ts';
import { reviewQuiet } from '../engines/correlation.ts';
import type { Policy } from '../engines/policy.ts';
import { isSystemic } from '../engines/systemicGroup.ts';
import { reviewSystemic } from '../engines/systemicIncident.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { lockDue, postponeReview, readCriticalTimes, readUnresolvedChildren } from '../persistence/incidents.ts';
import type { App } from './app.ts';
import { incidentsById, PendingConsequences } from './pendingConsequences.ts';

const claimSize = 100;

/** Resolves incidents that have been quiet for as long as the policy says, and systemic ones that are over. Returns how many were looked at. */
export async function resolveQuiet(app: App): Promise<number> {
  let claimed = 0;
  await app.database.sql.begin(async (tx) => {
    const [now, { policy, version }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
    const due = await lockDue(tx, 'review_at', now, claimSize);
    claimed = due.length;
    const pending = new PendingConsequences(incidentsById(due));
    for (const incident of due) {
      const review = isSystemic(incident)
        ? await reviewParent(tx, incident, policy, now)
        : reviewQuiet(incident, policy, version, now);
      if (review === null) await postponeReview(tx, incident.id, null);
      else if ('postponedTo' in review) await postponeReview(tx, incident.id, review.postponedTo);
      else pending.add(review, null);
    }
    await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion: version });
    await appendChanges(tx, pending.changes(now));
  });
  return claimed;
}

async function reviewParent(tx: TransactionSql, parent: Incident, policy: Policy, now: Date) {
  const from = new Date(now.getTime() - policy.escalation.systemic.minutes * 60_000);
  const [times, unresolved] = await Promise.all([
    readCriticalTimes(tx, { from, to: now, historical: false }),
    readUnresolvedChildren(tx, parent.id),
  ]);
  return reviewSystemic(parent, { criticalAts: times.map(({ criticalAt }) => criticalAt), unresolved }, policy, now);
}
