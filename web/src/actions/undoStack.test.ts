import { expect, test } from 'vitest';
import { newestUndoable, pushUndoable, type Undoable, withoutIncident } from './undoStack.ts';

const done = (id: string, untilMs: number): Undoable => ({
  kind: 'RESOLVE',
  target: { id, number: 1, status: 'OPEN', acknowledgedAt: null },
  untilMs,
});

test('the newest comes first', () => {
  const stack = pushUndoable([done('a', 10_000)], done('b', 12_000), 2_000);
  expect(newestUndoable(stack, 3_000)?.target.id).toBe('b');
});

test('after its time nothing can be undone', () => {
  expect(newestUndoable([done('a', 10_000)], 10_000)).toBeUndefined();
});

test('an incident is on the stack once', () => {
  const stack = pushUndoable([done('a', 10_000)], done('a', 12_000), 2_000);
  expect(stack).toHaveLength(1);
  expect(withoutIncident(stack, 'a')).toEqual([]);
});
