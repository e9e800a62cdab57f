import type { App } from '../application/app.ts';
import type { Policy } from '../engines/policy.ts';
import { roomFor } from '../engines/rate.ts';
import { holdNotification, takeHeldAlong } from '../persistence/heldNotifications.ts';
import { claimSlot, lockTarget } from '../persistence/notificationSlots.ts';
import type { NotifyJob } from './job.ts';
import type { JobRun } from './jobHandler.ts';

/**
 * Whether a job's message may go out now, as far as the target's rate goes. It takes along what had to wait for the rate before; a repeated
 * attempt is the message that it was. When it may not, it is held and its job is completed in the same transaction: a later message tells it.
 */
export async function claimMessage(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  job: NotifyJob,
  rate: NonNullable<Policy['rate']>,
  run: JobRun,
): Promise<boolean> {
  const { key, target, severity } = job;
  return database.sql.begin(async (tx) => {
    await lockTarget(tx, target);
    const at = await clock.now(tx);
    const windowMs = rate.minutes * 60_000;
    const claim = await claimSlot(tx, { key, target, at, windowMs, room: roomFor(severity, rate) });
    switch (claim) {
      case 'own':
        return true;
      case 'claimed':
        await takeHeldAlong(tx, target, key);
        return true;
      case 'full':
        await holdNotification(tx, { ...job, runs: job.runs === true }, at);
        await run.complete(tx);
        return false;
    }
  });
}
