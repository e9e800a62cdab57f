import { expect, test } from 'vitest';
import { newestUndoable, pushUndoable, type Undoable, withoutIncident } from './undoStack.ts';

const done = (ids: string, untilMs: number): Undoable => ({
  kind: 'RESOLVE',
  targets: [...ids].map((id) => ({ id, number: 1, status: 'OPEN', acknowledgedAt: null })),
  untilMs,
});
const idsOf = (undoable: Undoable | undefined) => undoable?.targets.map(({ id }) => id);

test('the newest comes first', () => {
  const stack = pushUndoable([done('a', 10_000)], done('b', 12_000), 2_000);
  expect(idsOf(newestUndoable(stack, 3_000))).toEqual(['b']);
});

test('after its time nothing can be undone', () => {
  expect(newestUndoable([done('a', 10_000)], 10_000)).toBeUndefined();
});

test('an incident is on the stack once', () => {
  const stack = pushUndoable([done('a', 10_000)], done('a', 12_000), 2_000);
  expect(stack).toHaveLength(1);
  expect(withoutIncident(stack, 'a')).toEqual([]);
});

test('of many that were acted on together, one that was acted on again is left alone', () => {
  const stack = pushUndoable([done('abc', 10_000)], done('b', 12_000), 2_000);
  expect(stack.map(idsOf)).toEqual([['a', 'c'], ['b']]);
});
