import { describe, expect, it } from 'vitest';
import { DueQueue } from './dueQueue.ts';

describe('a queue of what is due', () => {
  it('gives things out by their time, those of one time as they came, and none before it is due', () => {
    const queue = new DueQueue<string>();
    for (const [ms, name] of [
      [5, 'e'],
      [1, 'a'],
      [3, 'c'],
      [3, 'd'],
      [2, 'b'],
      [9, 'z'],
    ] as const)
      queue.add(new Date(ms), name);
    const taken: string[] = [];
    for (let next = queue.takeDue(new Date(5)); next !== null; next = queue.takeDue(new Date(5)))
      taken.push(next.thing);
    expect(taken).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(queue.takeDue(new Date(8))).toBeNull();
    expect(queue.takeDue(new Date(9))).toEqual({ due: new Date(9), thing: 'z' });
    expect(queue.takeDue(new Date(10))).toBeNull();
  });

  it('keeps the order of many things that come and go', () => {
    const queue = new DueQueue<number>();
    let seed = 7;
    const next = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % 1_000;
    };
    let last = -1;
    for (let round = 0; round < 2_000; round += 1) {
      const ms = last + 1 + next();
      queue.add(new Date(ms), ms);
      if (round % 3 !== 0) continue;
      const taken = queue.takeDue(new Date(Number.MAX_SAFE_INTEGER / 1_000));
      expect(taken?.thing).toBeGreaterThanOrEqual(last);
      last = taken?.thing ?? last;
    }
  });
});
