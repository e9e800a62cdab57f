import type { IncidentNotification, TimelineEvent } from './readTimeline.ts';

/** What the timeline shows as one item: an event, with the notification whose end it tells, or a notification without an end. */
export type TimelineEntry =
  | { readonly kind: 'event'; readonly event: TimelineEvent; readonly notification: IncidentNotification | null }
  | { readonly kind: 'notification'; readonly notification: IncidentNotification };

/** Events and notifications as they stood at a moment, or now when it is null; newest first. Both times compare as text. */
export function timelineEntries(
  events: readonly TimelineEvent[],
  notifications: readonly IncidentNotification[],
  until: string | null,
): TimelineEntry[] {
  const known = new Map(notifications.flatMap((one) => asOf(one, until)).map((one) => [one.id, one]));
  const entries: TimelineEntry[] = [];
  for (const event of events) {
    if (until !== null && event.at > until) continue;
    const notification = event.notificationId === null ? undefined : known.get(event.notificationId);
    if (notification !== undefined) known.delete(notification.id);
    entries.push({ kind: 'event', event, notification: notification ?? null });
  }
  for (const notification of known.values()) entries.push({ kind: 'notification', notification });
  // The sort is stable: of the same moment, events keep their order and what follows from them comes behind.
  return entries.sort((a, b) => compare(momentOf(a), momentOf(b))).reverse();
}

function asOf(notification: IncidentNotification, until: string | null): IncidentNotification[] {
  if (until === null) return [notification];
  const { createdAt, settledAt, status, attempts } = notification;
  if (createdAt > until) return [];
  const wasSettled = settledAt !== null && settledAt <= until;
  return [
    {
      ...notification,
      status: wasSettled || settledAt === null ? status : 'PENDING',
      settledAt: wasSettled ? settledAt : null,
      nextAttemptAt: null,
      attempts: attempts.filter(({ at }) => at <= until),
    },
  ];
}

function momentOf(entry: TimelineEntry): string {
  return entry.kind === 'event' ? entry.event.at : entry.notification.createdAt;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
