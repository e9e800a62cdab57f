import { expect, test } from 'vitest';
import { incidentFragment } from './liveIncident.fixture.ts';
import { toLiveIncident } from './liveIncident.ts';
import { boardBound, prune } from './scope.ts';

const nowMs = Date.parse('2026-01-02T10:00:00.000Z');
const board = (parts: readonly Parameters<typeof incidentFragment>[0][]) =>
  new Map(
    parts.map((part, at) => [`i${at}`, toLiveIncident(incidentFragment({ id: `i${at}`, number: at, ...part }), null)]),
  );

test('what was resolved more than 24 hours ago leaves', () => {
  const pruned = prune(
    board([
      { status: 'RESOLVED', resolvedAt: '2026-01-01T09:00:00.000Z' },
      { status: 'RESOLVED', resolvedAt: '2026-01-02T09:00:00.000Z' },
      { status: 'OPEN' },
    ]),
    nowMs,
  );
  expect([...pruned.keys()]).toEqual(['i1', 'i2']);
});

test('nothing to drop answers the same board', () => {
  const before = board([{}, {}]);
  expect(prune(before, nowMs)).toBe(before);
});

test('of far too many the most urgent stay', () => {
  const parts = Array.from(
    { length: boardBound + 1_200 },
    (_, at) => ({ severity: at === 6_100 ? 'CRITICAL' : 'LOW' }) as const,
  );
  const pruned = prune(board(parts), nowMs);
  expect([pruned.size, pruned.has('i6100'), pruned.has('i6199')]).toEqual([boardBound, true, false]);
});
