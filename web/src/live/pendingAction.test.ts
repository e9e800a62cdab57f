import { expect, test } from 'vitest';
import { incidentFragment } from './liveIncident.fixture.ts';
import { toLiveIncident } from './liveIncident.ts';
import { type PendingAction, settle, withPending } from './pendingAction.ts';

const open = toLiveIncident(incidentFragment(), null);
const acknowledged = { ...open, status: 'ACKNOWLEDGED' } as const;
const asked: PendingAction = {
  id: 'i1',
  kind: 'ACKNOWLEDGE',
  status: 'ACKNOWLEDGED',
  by: 'ana',
  at: '2026-01-01T10:01:00.000Z',
  confirmedAtMs: null,
};

test('an incident shows at once what was asked for', () => {
  expect(withPending(open, asked)).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: 'ana', pending: asked });
});

test('an incident without anything asked for stays the same object', () => {
  expect(withPending(open, undefined)).toBe(open);
  expect(withPending(acknowledged, asked)).toBe(acknowledged);
});

test.each([
  ['is kept until the server answers', asked, open, 99_000, 1],
  ['is kept until the feed brings it', { ...asked, confirmedAtMs: 1_000 }, open, 2_000, 1],
  ['goes when the feed has brought it', { ...asked, confirmedAtMs: 1_000 }, acknowledged, 1_100, 0],
  ['goes when the feed never brings it', { ...asked, confirmedAtMs: 1_000 }, open, 6_000, 0],
] as const)('what was asked for %s', (_name, action, incident, nowMs, left) => {
  expect(settle(new Map([['i1', action]]), new Map([['i1', incident]]), nowMs).size).toBe(left);
});
