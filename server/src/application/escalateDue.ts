import { escalateDue as escalate } from '../engines/escalation.ts';
import { lockDue } from '../persistence/incidents.ts';
import type { App } from './app.ts';
import { PendingConsequences } from './pendingConsequences.ts';

const claimSize = 100;

/**
 * Fires the escalation steps whose time has come. Rows are claimed with SKIP LOCKED, so that several servers share the work,
 * and what follows commits with the claim: a server that dies leaves its incidents to the next. Returns how many were claimed.
 */
export async function escalateDue(app: App): Promise<number> {
  const { policy, version } = await app.policies.active();
  let claimed = 0;
  await app.database.sql.begin(async (tx) => {
    const now = await app.clock.now(tx);
    const due = await lockDue(tx, 'next_escalation_at', now, claimSize);
    claimed = due.length;
    const pending = new PendingConsequences(due);
    for (const incident of due) pending.add(escalate(incident, policy, version, now, app.newId), null);
    const stored = await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now });
    await pending.publish(tx, stored, now);
  });
  return claimed;
}
