import { expect, test } from 'vitest';
import { hear, silentAnnouncer, speak } from './announcements.ts';
import { change } from './liveIncident.fixture.ts';

const critical = (id: string, number: number) =>
  change(`c${number}`, 'OPENED', { id, number, severity: 'CRITICAL', title: 'Down' });

test('a critical incident is read out at once', () => {
  const { sentence } = speak(hear(silentAnnouncer, [critical('a', 1)]), 0);
  expect(sentence).toBe('Critical incident 1: Down');
});

test('others are not read out', () => {
  expect(speak(hear(silentAnnouncer, [change('c1', 'OPENED')]), 0).sentence).toBeNull();
});

test('within 10 s of the last they wait and are read out together', () => {
  const first = speak(hear(silentAnnouncer, [critical('a', 1)]), 0).announcer;
  const more = hear(first, [critical('b', 2), critical('c', 3)]);
  expect(speak(more, 9_999).sentence).toBeNull();
  expect(speak(more, 10_000).sentence).toBe('2 critical incidents, among them 2: Down');
});

test('what was resolved while it waited is not read out', () => {
  const first = speak(hear(silentAnnouncer, [critical('a', 1)]), 0).announcer;
  const resolved = change('c9', 'RESOLVED', { id: 'b', severity: 'CRITICAL', status: 'RESOLVED' });
  expect(speak(hear(hear(first, [critical('b', 2)]), [resolved]), 20_000).sentence).toBeNull();
});
