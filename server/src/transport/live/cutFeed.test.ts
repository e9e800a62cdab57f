import { expect, test } from 'vitest';
import type { Change, ChangeKind } from '../../domain/change.ts';
import type { Incident } from '../../domain/incident.ts';
import { type CutOptions, cutFeed } from './cutFeed.ts';

type Status = Incident['status'];

function change(position: number, id = `i${position}`, kind: ChangeKind = 'UPDATED', status: Status = 'OPEN'): Change {
  const previous = kind === 'OPENED' ? null : ({ status: 'OPEN', severity: 'HIGH' } as const);
  return { position, kind, at: new Date(0), previous, incident: { id, status } as Incident };
}

const all: CutOptions = { keep: () => true, merge: false, most: 3 };

const told = (changes: readonly Change[], options: Partial<CutOptions> = {}) =>
  cutFeed(changes, { ...all, ...options }).map(({ changes: some, first, to }) => [
    some.map(({ position }) => position),
    first,
    to,
  ]);

test('changes that come together are told together, up to the last of them', () => {
  expect(told([change(1), change(2), change(3)])).toEqual([[[1, 2, 3], 1, 3]]);
});

test('many changes come in parts, each with a position to go on from', () => {
  expect(told([1, 2, 3, 4, 5, 6, 7].map((position) => change(position)))).toEqual([
    [[1, 2, 3], 1, 3],
    [[4, 5, 6], 4, 6],
    [[7], 7, 7],
  ]);
});

test('the last part passes the changes behind it that are not kept', () => {
  const keep = ({ position }: Change) => position === 2;
  expect(told([change(1), change(2), change(3)], { keep })).toEqual([[[2], 2, 3]]);
});

test('nothing is told of changes of which none is kept, nor of none', () => {
  expect(told([change(1)], { keep: () => false })).toEqual([]);
  expect(told([])).toEqual([]);
});

test('merged, each incident has one change with its newest state, in the order of the newest', () => {
  const changes = [change(1, 'a'), change(2, 'b'), change(3, 'a'), change(4, 'c'), change(5, 'b')];
  expect(told(changes, { merge: true })).toEqual([[[3, 4, 5], 3, 5]]);
});

test('merged changes are as one transaction would have made them: the heaviest kind, the state before and the state after', () => {
  const [first, last] = [change(1, 'a', 'OPENED'), change(2, 'a', 'ACKNOWLEDGED', 'ACKNOWLEDGED')];
  const [part] = cutFeed([first, last], { ...all, merge: true });
  expect(part?.changes).toEqual([{ ...last, kind: 'OPENED', previous: null }]);
});

test('what comes and goes between two tellings is judged by its state before and its state after', () => {
  const keep = ({ incident, previous }: Change) => incident.status === 'OPEN' || previous?.status === 'OPEN';
  const opened = change(1, 'a', 'OPENED');
  const resolved = change(2, 'a', 'RESOLVED', 'RESOLVED');
  expect(told([opened, resolved], { keep, merge: true })).toEqual([]);
  expect(told([change(1, 'a'), resolved], { keep, merge: true })).toEqual([[[2], 2, 2]]);
});

test('merged, one who goes on from any part hears of all that left the filter, even if it changed later', () => {
  const keep = ({ incident, previous }: Change) => incident.status === 'OPEN' || previous?.status === 'OPEN';
  const left = change(1, 'a', 'RESOLVED', 'RESOLVED');
  const later: Change = {
    ...change(3, 'a', 'UPDATED', 'RESOLVED'),
    previous: { status: 'RESOLVED', severity: 'HIGH' },
  };
  const changes = [left, change(2, 'b'), later, change(4, 'c')];
  const options = { ...all, keep, merge: true, most: 1 };
  const whole = cutFeed(changes, options);
  for (const [place, { to }] of whole.entries()) {
    const rest = cutFeed(
      changes.filter(({ position }) => position > to),
      options,
    );
    const heard = [...whole.slice(0, place + 1), ...rest].flatMap((part) => part.changes);
    expect(new Set(heard.map(({ incident }) => incident.id))).toEqual(new Set(['a', 'b', 'c']));
  }
});
