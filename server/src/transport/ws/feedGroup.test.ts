import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batches, openFeedGroup as open, singles } from './testing/openFeedGroup.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('each change is executed once, for all who are up to date and for those who come a little later', async () => {
  const { commit, join, renders } = open(singles);
  const [first, second] = [join(0), join(0)];
  await pass(1);
  commit('a', 'b');
  await pass(1);
  const late = join(0);
  await pass(1);
  expect([first.received, second.received, late.received]).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  expect(renders()).toBe(2);
});

test('a member that comes with an old cursor is told what it missed, then goes on with the others', async () => {
  const { commit, join } = open(singles);
  commit(...'abcdefghijklmnopqrstuvwxyz');
  const behind = join(3);
  commit('live');
  await pass(1);
  commit('later');
  await pass(1);
  expect(behind.received).toEqual(Array.from({ length: 25 }, (_, place) => place + 4));
});

test('a member with a cursor that this process has yet to reach is not told what it knows', async () => {
  const { commit, join } = open(singles);
  const ahead = join(2);
  await pass(1);
  commit('a', 'b', 'c');
  await pass(1);
  expect(ahead.received).toEqual([3]);
});

test('a member with such a cursor that asks for a rate hears of what it knows and what has left its filter since', async () => {
  const keep: typeof singles.keep = ({ incident, previous }) =>
    incident.status === 'OPEN' || previous?.status === 'OPEN';
  const { commit, join } = open({ ...singles, merge: true, everyMs: 500, keep });
  const [member, ahead] = [join(0), join(1)];
  await pass(1);
  commit('a', { id: 'a', was: 'OPEN', is: 'RESOLVED' }, 'b');
  await pass(1);
  expect([member.received, ahead.received]).toEqual([[3], [2, 3]]);
});

test('a member whose socket is busy is told later what it misses, and holds nobody back', async () => {
  const { commit, join } = open(singles);
  const [slow, quick] = [join(0), join(0)];
  await pass(1);
  commit('a');
  await pass(1);
  slow.setBusy(true);
  commit('b', 'c');
  await pass(1);
  expect([slow.received, quick.received]).toEqual([[1], [1, 2, 3]]);
  commit('d');
  slow.setBusy(false);
  await pass(1);
  commit('e');
  await pass(1);
  expect(slow.received).toEqual([1, 2, 3, 4, 5]);
});

test('a member whose cursor is in the middle of a batch is told the rest of it, once', async () => {
  const { commit, join } = open(batches);
  const first = join(0);
  await pass(40);
  commit('a', 'b', 'c');
  const middle = join(2);
  await pass(40);
  commit('d');
  // Before the next beat.
  await pass(15);
  expect(first.received).toEqual([
    [[], 'c0'],
    [[1, 2, 3], 'c3'],
    [[4], 'c4'],
  ]);
  expect(middle.received.flat(1)).not.toContainEqual([1, 2, 3]);
  expect(middle.received.slice(-2)).toEqual([
    [[3], 'c3'],
    [[4], 'c4'],
  ]);
});

test('what comes after a silence is told at once; what follows within a gathering is one batch, and many come in parts', async () => {
  const { commit, join } = open(batches);
  const member = join(0);
  await pass(40);
  commit('a');
  await pass(1);
  expect(member.received.at(-1)).toEqual([[1], 'c1']);
  commit('b');
  await pass(3);
  commit('c', 'd', 'e');
  expect(member.received).toHaveLength(2);
  await pass(25);
  expect(member.received).toEqual([
    [[], 'c0'],
    [[1], 'c1'],
    [[2, 3, 4], 'c4'],
    [[5], 'c5'],
  ]);
});

test('a change that follows another closely is told at once too, while few have; then they are gathered again', async () => {
  const { commit, join } = open({ ...batches, burst: 2 });
  const member = join(0);
  await pass(40);
  commit('a');
  await pass(3);
  commit('b');
  await pass(3);
  expect(member.received.slice(1)).toEqual([
    [[1], 'c1'],
    [[2], 'c2'],
  ]);
  commit('c');
  await pass(3);
  commit('d');
  await pass(3);
  expect(member.received).toHaveLength(3);
  await pass(20);
  expect(member.received.at(-1)).toEqual([[3, 4], 'c4']);
});

test('a silent feed beats: a new member within a gathering, then at most a beat apart', async () => {
  const { join } = open(batches);
  const member = join(0);
  await pass(20);
  expect(member.received).toEqual([[[], 'c0']]);
  await pass(200);
  expect(member.received).toHaveLength(3);
});

test('the head moves on behind changes that are not kept', async () => {
  const { commit, join } = open({ ...batches, keep: ({ incident }) => incident.id === 'kept' });
  const member = join(0);
  await pass(20);
  commit('kept', 'other');
  await pass(20);
  commit('other');
  await pass(100);
  expect(member.received).toEqual([
    [[], 'c0'],
    [[1], 'c2'],
    [[], 'c3'],
  ]);
});

test('a member that asks for a rate gets the newest state of each incident, at most so often', async () => {
  const { commit, join } = open({ ...singles, merge: true, everyMs: 500 });
  const member = join(0);
  await pass(1);
  commit('a', 'b');
  await pass(1);
  expect(member.received).toEqual([1, 2]);
  for (let turn = 0; turn < 20; turn += 1) {
    commit('a', 'b', 'a');
    await pass(10);
  }
  expect(member.received).toEqual([1, 2]);
  await pass(500);
  expect(member.received).toEqual([1, 2, 61, 62]);
});

test('a member that asks for a rate and was away gets the newest state of what it missed', async () => {
  const { commit, join } = open({ ...singles, merge: true, everyMs: 500 });
  join(0);
  for (let turn = 0; turn < 20; turn += 1) commit('a', 'b');
  await pass(2000);
  const late = join(0);
  await pass(1);
  expect(late.received).toEqual([39, 40]);
});

test('a feed that cannot be read ends the members that follow it with its error', async () => {
  const { commit, join, fail } = open(singles);
  const member = join(0);
  await pass(1);
  fail(new Error('no database'));
  commit('a');
  await pass(1);
  expect(member.error).toEqual(new Error('no database'));
});

test('a member whose cursor has become too old ends alone', async () => {
  const { commit, join, forget, group } = open(singles);
  const good = join(0);
  await pass(1);
  commit('a', 'b');
  await pass(1);
  forget(2);
  const old = join(0);
  commit('c');
  await pass(1);
  expect(old.error).toEqual(new Error('too old'));
  expect([good.received, good.error, group.size()]).toEqual([[1, 2, 3], null, 1]);
});

test('a member that leaves is told nothing more', async () => {
  const { commit, join, group } = open(singles);
  const member = join(0);
  await pass(1);
  group.leave(member);
  commit('a');
  await pass(1);
  expect(member.received).toEqual([]);
});
