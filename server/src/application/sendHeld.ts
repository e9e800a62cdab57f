import type { Policy } from '../engines/policy.ts';
import { rateOf, roomFor } from '../engines/rate.ts';
import type { NotifyJob } from '../jobs/job.ts';
import { deleteHeld, readHeldTargets, readMostSevereHeld, takeHeldAlong } from '../persistence/heldNotifications.ts';
import { claimSlot, lockTarget } from '../persistence/notificationSlots.ts';
import type { App } from './app.ts';

/**
 * Sends what had to wait for a target's rate as soon as there is room, in one message: the most severe with all the others. The slot, what
 * it takes along and the job commit together, so that one server does it once. Returns how many messages that makes.
 */
export async function sendHeld(app: App): Promise<number> {
  let sent = 0;
  for (const { target, policyVersion } of await readHeldTargets(app.database.sql)) {
    // Before the lock: others wait for it with their connections, and this may need one.
    const version = await app.policies.version(policyVersion);
    if (await sendHeldTo(app, target, version === null ? null : rateOf(version.policy, target))) sent += 1;
  }
  return sent;
}

function sendHeldTo({ database, clock, jobs }: App, target: string, rate: Policy['rate']): Promise<boolean> {
  return database.sql.begin(async (tx) => {
    await lockTarget(tx, target);
    const at = await clock.now(tx);
    const held = await readMostSevereHeld(tx, target, at);
    if (held === null) return false;
    const { key, severity, runs } = held;
    const windowMs = (rate?.minutes ?? 0) * 60_000;
    const room = rate === null ? Number.POSITIVE_INFINITY : roomFor(severity, rate);
    if ((await claimSlot(tx, { key, target, at, windowMs, room })) === 'full') return false;
    await deleteHeld(tx, key);
    await takeHeldAlong(tx, target, key);
    const job: NotifyJob = { ...held, kind: 'notify', runs: runs ? true : undefined };
    await jobs.enqueue(tx, [job]);
    return true;
  });
}
