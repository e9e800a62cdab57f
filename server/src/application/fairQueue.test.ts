import { expect, it } from 'vitest';
import { FairQueue } from './fairQueue.ts';

function filled(bound: number, ...things: readonly (readonly [party: string, size: number, name: string])[]) {
  const queue = new FairQueue<string>(bound);
  for (const [party, size, name] of things) expect(queue.add(party, size, name)).toBe(true);
  return queue;
}

it('keeps the order of one party', () => {
  const queue = filled(100, ['a', 1, 'a1'], ['a', 1, 'a2'], ['a', 1, 'a3']);
  expect(queue.take(2)).toEqual(['a1', 'a2']);
  expect(queue.take(2)).toEqual(['a3']);
  expect(queue.take(2)).toEqual([]);
});

it('lets parties take turns, whoever came first', () => {
  const queue = filled(
    100,
    ['loud', 5, 'l1'],
    ['loud', 5, 'l2'],
    ['loud', 5, 'l3'],
    ['quiet', 1, 'q1'],
    ['other', 1, 'o1'],
  );
  expect(queue.take(7)).toEqual(['l1', 'q1', 'o1']);
  expect(queue.take(7)).toEqual(['l2']);
  expect(queue.add('quiet', 1, 'q2')).toBe(true);
  expect(queue.take(7)).toEqual(['l3', 'q2']);
});

it('takes one that is larger than what is asked for alone', () => {
  const queue = filled(100, ['a', 40, 'large'], ['b', 1, 'small']);
  expect(queue.take(10)).toEqual(['large']);
  expect(queue.take(10)).toEqual(['small']);
});

it('gives a party as much room as it leaves free, and others still find room', () => {
  const queue = new FairQueue<number>(100);
  let loud = 0;
  while (queue.add('loud', 1, loud)) loud += 1;
  expect(loud).toBe(50);
  let second = 0;
  while (queue.add('second', 1, second)) second += 1;
  expect(second).toBe(25);
  expect(queue.add('third', 10, 0)).toBe(true);
  expect(queue.size).toBe(85);
});

it('never holds more than its bound', () => {
  const queue = filled(10, ['a', 9, 'most']);
  expect(queue.add('b', 2, 'too much')).toBe(false);
  expect(queue.add('b', 1, 'just enough')).toBe(true);
  expect(queue.add('c', 1, 'nothing left')).toBe(false);
  expect(queue.size).toBe(10);
  queue.take(100);
  expect(queue.size).toBe(0);
});
