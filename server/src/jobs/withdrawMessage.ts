import type { App } from '../application/app.ts';
import { giveBackTaken } from '../persistence/heldNotifications.ts';
import { freeSlot, lockTarget } from '../persistence/notificationSlots.ts';
import { withdrawNotifications } from '../persistence/notifications.ts';
import type { NotifyJob } from './job.ts';
import type { JobRun } from './jobHandler.ts';

/**
 * Ends a message whose incident was snoozed before it arrived: when the snooze is over, its targets are told anew. What it took along waits
 * again, for the room that it leaves.
 */
export async function withdrawMessage(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { key, target }: NotifyJob,
  run: JobRun,
): Promise<void> {
  await database.sql.begin(async (tx) => {
    await lockTarget(tx, target);
    await run.complete(tx);
    await freeSlot(tx, key);
    await giveBackTaken(tx, key);
    await withdrawNotifications(tx, [key], await clock.now(tx));
  });
}
