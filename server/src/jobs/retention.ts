import type { App } from '../application/app.ts';
import { trimSlots } from '../persistence/notificationSlots.ts';
import { trimNotifications } from '../persistence/notifications.ts';
import { dropSignalPartitions, makeSignalPartitions } from '../persistence/partitions.ts';
import { trimSuppressedAlerts } from '../persistence/suppressedAlerts.ts';
import { trimAlertNoise, trimChanges, trimIdempotencyKeys } from '../persistence/trim.ts';
import type { JobHandler } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';

const dayMs = 86_400_000;

/** Days; of signals the configuration says. A feed's cursor and an idempotency key are promised for 7. */
const retention = {
  partitionsAhead: 7,
  changes: 7,
  idempotencyKeys: 8,
  suppressedAlerts: 30,
  slots: 2,
  // As long as an incident is asked about: a quarter.
  notifications: 92,
  // A year, and the month before it to compare with.
  alertNoise: 400,
} as const;

export type RetentionApp = Pick<App, 'database' | 'clock'> & {
  readonly log: JobLog;
  /** How many days signals are kept. */
  readonly signalDays: number;
};

/** Makes the partitions of the days ahead and drops what is too old. Running it twice changes nothing. */
export async function keepRetention({ database: { sql }, clock, log, signalDays }: RetentionApp): Promise<void> {
  const now = await clock.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const made = await makeSignalPartitions(sql, now, retention.partitionsAhead);
  const dropped = await dropSignalPartitions(sql, daysAgo(signalDays));
  const changes = await trimChanges(sql, daysAgo(retention.changes));
  const idempotencyKeys = await trimIdempotencyKeys(sql, daysAgo(retention.idempotencyKeys));
  const suppressedAlerts = await trimSuppressedAlerts(sql, daysAgo(retention.suppressedAlerts));
  const slots = await trimSlots(sql, daysAgo(retention.slots));
  const notifications = await trimNotifications(sql, daysAgo(retention.notifications));
  const alertNoise = await trimAlertNoise(sql, daysAgo(retention.alertNoise));
  log.info(
    { made, dropped, changes, idempotencyKeys, suppressedAlerts, slots, notifications, alertNoise },
    'Retention',
  );
}

export function retentionHandler(app: RetentionApp): JobHandler<'retention'> {
  return {
    run: () => keepRetention(app),
    // Nothing is lost: the default partition takes what no day's partition was made for, and the next hour's job tries again.
    failed: async (_job, reason) => app.log.error({ reason }, 'Retention failed'),
  };
}
