import type { Incident } from '../domain/incident.ts';
import type { Policy } from '../engines/policy.ts';
import { endSnooze, lapseAcknowledgement } from '../engines/snooze.ts';
import type { Consequences } from '../engines/verdict.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import { lockDue } from '../persistence/incidents.ts';
import type { App } from './app.ts';
import { incidentsById, PendingConsequences } from './pendingConsequences.ts';

const claimSize = 100;

/** Brings back the incidents whose snooze is over. Claimed as escalations are. Returns how many. */
export function endSnoozesDue(app: App): Promise<number> {
  return bringBack(app, 'snoozed_until', endSnooze);
}

/** Puts incidents back to open whose acknowledgement has lapsed. Returns how many. */
export function lapseAcknowledgementsDue(app: App): Promise<number> {
  return bringBack(app, 'acknowledgement_lapses_at', lapseAcknowledgement);
}

async function bringBack(
  app: App,
  column: 'snoozed_until' | 'acknowledgement_lapses_at',
  decide: (incident: Incident, policy: Policy, now: Date) => Consequences,
): Promise<number> {
  let changed = 0;
  await app.database.sql.begin(async (tx) => {
    const [now, { policy, version }] = await Promise.all([app.clock.now(tx), app.policies.active(tx)]);
    const due = await lockDue(tx, column, now, claimSize);
    const pending = new PendingConsequences(incidentsById(due));
    for (const incident of due) pending.add(decide(incident, policy, now), null);
    changed = pending.changed.length;
    await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: now, policyVersion: version });
    await appendChanges(tx, pending.changes(now));
  });
  return changed;
}
