import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../domain/ids.ts';
import { RecentCriticals } from './recentCriticals.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(minutes * minute);
const id = (name: string) => name as IncidentId;

describe('incidents that became CRITICAL', () => {
  it('are counted within the window, both ends included, and no more than are asked for', () => {
    const criticals = new RecentCriticals();
    expect(criticals.note(id('a'), at(0), 5 * minute, 3)).toEqual([]);
    expect(criticals.note(id('b'), at(1), 5 * minute, 3)).toEqual([at(0)]);
    expect(criticals.note(id('c'), at(5), 5 * minute, 3)).toEqual([at(1), at(0)]);
    expect(criticals.note(id('d'), at(6), 5 * minute, 1)).toEqual([at(5)]);
    expect(criticals.note(id('e'), at(6.5), 5 * minute, 9)).toEqual([at(6), at(5)]);
  });

  it('count once, by the last time', () => {
    const criticals = new RecentCriticals();
    criticals.note(id('a'), at(0), 5 * minute, 9);
    expect(criticals.note(id('a'), at(1), 5 * minute, 9)).toEqual([]);
    expect(criticals.note(id('b'), at(2), 5 * minute, 9)).toEqual([at(1)]);
  });

  it('may come in any order, and are forgotten', () => {
    const criticals = new RecentCriticals();
    criticals.note(id('late'), at(10), 5 * minute, 9);
    expect(criticals.note(id('a'), at(2), 5 * minute, 9)).toEqual([]);
    expect(criticals.note(id('b'), at(3), 5 * minute, 9)).toEqual([at(2)]);
    criticals.forget(at(3));
    expect(criticals.note(id('c'), at(4), 5 * minute, 9)).toEqual([at(3)]);
  });
});
