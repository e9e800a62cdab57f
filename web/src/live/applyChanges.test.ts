import { expect, test } from 'vitest';
import { applyChanges } from './applyChanges.ts';
import { change, incidentFragment } from './liveIncident.fixture.ts';
import { toLiveIncident } from './liveIncident.ts';
import type { Incidents } from './scope.ts';

const nowMs = Date.parse('2026-01-02T10:00:00.000Z');
const board = (...parts: Parameters<typeof incidentFragment>[0][]): Incidents =>
  new Map(
    parts.map((part) => {
      const incident = toLiveIncident(incidentFragment(part), null);
      return [incident.id, incident];
    }),
  );

test('a new incident comes onto the board with a mark', () => {
  const after = applyChanges(board(), [change('c1', 'OPENED')], nowMs);
  expect(after.get('i1')).toMatchObject({
    title: 'Error rate is high',
    topFactor: 'error rate 8× usual',
    mark: { kind: 'OPENED', cursor: 'c1', seenAtMs: nowMs },
  });
});

test('the last change of an incident wins, even when its transaction began earlier', () => {
  const after = applyChanges(
    board({ signalCount: 1 }),
    [
      change('c1', 'UPDATED', { signalCount: 2, updatedAt: '2026-01-01T10:00:05.000Z' }),
      change('c2', 'UPDATED', { signalCount: 3, updatedAt: '2026-01-01T10:00:04.000Z' }),
    ],
    nowMs,
  );
  expect(after.get('i1')?.signalCount).toBe(3);
});

test('applying a batch again changes nothing', () => {
  const batch = [change('c1', 'OPENED'), change('c2', 'ACKNOWLEDGED', { status: 'ACKNOWLEDGED' })];
  const once = applyChanges(board(), batch, nowMs);
  expect(applyChanges(once, batch, nowMs)).toEqual(once);
});

test('more signals alone leave the mark as it was', () => {
  const opened = applyChanges(board(), [change('c1', 'OPENED')], nowMs);
  const after = applyChanges(opened, [change('c2', 'UPDATED', { signalCount: 9 })], nowMs + 1_000);
  expect(after.get('i1')).toMatchObject({ signalCount: 9, mark: { cursor: 'c1', seenAtMs: nowMs } });
});

test.each([
  ['resolved yesterday morning', '2026-01-01T09:59:59.000Z', false],
  ['resolved an hour ago', '2026-01-02T09:00:00.000Z', true],
])('an incident %s stays: %s', (_name, resolvedAt, stays) => {
  const after = applyChanges(board({}), [change('c1', 'RESOLVED', { status: 'RESOLVED', resolvedAt })], nowMs);
  expect(after.has('i1')).toBe(stays);
});

test('incidents that did not change stay the same objects', () => {
  const before = board({ id: 'i1' }, { id: 'i2', number: 2 });
  const after = applyChanges(before, [change('c1', 'UPDATED', { id: 'i2', number: 2 })], nowMs);
  expect(after.get('i1')).toBe(before.get('i1'));
  expect(before.get('i2')).not.toBe(after.get('i2'));
});

test('the hour of an incident that is new here is known, and that of one that was there before is not', () => {
  const opened = applyChanges(board(), [change('c1', 'OPENED', { signalCount: 2 })], nowMs);
  expect(opened.get('i1')?.activity).toMatchObject({ counts: [2], isComplete: true });
  expect(applyChanges(board({}), [change('c1', 'UPDATED')], nowMs).get('i1')?.activity.isComplete).toBe(false);
});

test('of signals that came during a break nobody knows when, so the server is to be asked', () => {
  const opened = applyChanges(board(), [change('c1', 'OPENED')], nowMs);
  const after = applyChanges(opened, [change('c2', 'UPDATED', { signalCount: 5 })], nowMs, true);
  expect(after.get('i1')?.activity.isComplete).toBe(false);
});
