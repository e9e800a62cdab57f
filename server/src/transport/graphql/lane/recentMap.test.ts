import { expect, test } from 'vitest';
import { RecentMap } from './recentMap.ts';

test('what is used stays, what is not used for long goes', () => {
  const map = new RecentMap<number>({ entries: 4, characters: 1000 });
  map.set('kept', 1);
  for (let i = 0; i < 20; i += 1) {
    map.set(`other ${i}`, i);
    expect(map.get('kept')).toBe(1);
    expect(map.size).toBeLessThanOrEqual(4);
  }
  expect(map.get('other 0')).toBeUndefined();
});

test('long keys count as more', () => {
  const map = new RecentMap<number>({ entries: 100, characters: 40 });
  for (let i = 0; i < 10; i += 1) map.set(String(i).padEnd(10), i);
  expect(map.size).toBeLessThanOrEqual(4);
  expect(map.get('9'.padEnd(10))).toBe(9);
});

test('a key that is set again has its last value, a deleted one has none', () => {
  const map = new RecentMap<number>({ entries: 4, characters: 100 });
  map.set('a', 1);
  map.set('a', 2);
  expect(map.get('a')).toBe(2);
  map.delete('a');
  expect(map.get('a')).toBeUndefined();
  expect(map.size).toBe(0);
});
