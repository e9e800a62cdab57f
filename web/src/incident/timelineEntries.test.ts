import { expect, test } from 'vitest';
import type { IncidentNotification, TimelineEvent } from './readTimeline.ts';
import { timelineEntries } from './timelineEntries.ts';

const at = (second: number) => `2026-03-01T10:00:${String(second).padStart(2, '0')}.000Z`;

function event(id: string, second: number, notificationId: string | null = null): TimelineEvent {
  const kind = notificationId === null ? 'NOTE_ADDED' : 'NOTIFIED';
  return { id, kind, at: at(second), actor: 'vigil', ruleId: 'test', message: id, note: null, notificationId };
}

function notification(changes: Partial<IncidentNotification> = {}): IncidentNotification {
  return {
    id: 'n',
    target: 'pager',
    kind: 'NOTIFICATION',
    status: 'PENDING',
    reason: 'it is HIGH',
    createdAt: at(1),
    settledAt: null,
    nextAttemptAt: null,
    attempts: [],
    ...changes,
  };
}

const delivered = notification({
  status: 'DELIVERED',
  settledAt: at(8),
  attempts: [
    { number: 1, at: at(3), delivered: false, detail: 'webhook: answered 500' },
    { number: 2, at: at(8), delivered: true, detail: 'webhook: answered 204' },
  ],
});

/** What is shown, newest first. */
const shown = (...given: Parameters<typeof timelineEntries>) =>
  timelineEntries(...given).map((entry) =>
    entry.kind === 'event'
      ? `${entry.event.id}${entry.notification === null ? '' : ` with ${entry.notification.attempts.length} attempts`}`
      : `${entry.notification.status} after ${entry.notification.attempts.length} attempts`,
  );

test('a notification under way stands where it was decided, behind what it follows from', () => {
  expect(shown([event('opened', 1), event('note', 2)], [notification()], null)).toEqual([
    'note',
    'PENDING after 0 attempts',
    'opened',
  ]);
});

test('the event that tells its end has its attempts', () => {
  expect(shown([event('opened', 1), event('told', 8, 'n')], [delivered], null)).toEqual([
    'told with 2 attempts',
    'opened',
  ]);
});

test('an event whose notification is not kept any more stands alone', () => {
  expect(shown([event('told', 8, 'n')], [], null)).toEqual(['told']);
});

test('as of a moment it is under way again, with the attempts of that time', () => {
  const events = [event('opened', 1), event('told', 8, 'n')];
  expect(shown(events, [delivered], at(5))).toEqual(['PENDING after 1 attempts', 'opened']);
  expect(shown(events, [delivered], at(0))).toEqual([]);
});
