import { expect, test } from 'vitest';
import type { LiveIncidentFragment } from '../__generated__/operations.ts';
import { incidentFragment } from '../live/liveIncident.fixture.ts';
import { type Mark, toLiveIncident } from '../live/liveIncident.ts';
import { newsOf, noticeOf } from './notices.ts';

const incident = (part: Partial<LiveIncidentFragment>, kind: Mark['kind'] | null = 'OPENED', cursor = 'c1') =>
  toLiveIncident(incidentFragment(part), kind === null ? null : { kind, cursor, seenAtMs: 0 });
const nothing: ReadonlyMap<string, string> = new Map();

test('news is told once, and again when it became worse', () => {
  const first = newsOf([incident({})], nothing);
  expect(first.news).toHaveLength(1);
  expect(newsOf([incident({})], first.seen).news).toHaveLength(0);
  expect(newsOf([incident({}, 'SEVERITY_CHANGED', 'c2')], first.seen).news).toHaveLength(1);
});

test.each([
  ['what was there before the page', incident({}, null)],
  ['what somebody has', incident({ status: 'ACKNOWLEDGED' })],
  ['an escalation', incident({}, 'ESCALATED')],
])('%s is no news', (_name, known) => {
  expect(newsOf([known], nothing).news).toHaveLength(0);
});

test('one is told by its title, many by how many they are', () => {
  const one = incident({ number: 4, title: 'Disk is full', severity: 'CRITICAL', service: 'db' });
  expect(noticeOf([one])).toEqual({
    title: 'Critical: Disk is full',
    body: '#4 · db',
    severity: 'CRITICAL',
    number: 4,
  });
  expect(noticeOf([one, incident({}), incident({})])).toMatchObject({
    title: '3 incidents, the worst critical',
    body: '#4 Disk is full · db, and 2 more',
    number: null,
  });
});
