import { describe, expect, test } from 'vitest';
import { at, cart, episode, friends, policy, stateOf, web } from '../testing/episodes.ts';
import { withPlaced } from './grow.ts';
import type { Placement } from './place.ts';
import type { Episode, TopologyState } from './state.ts';

describe('an episode grows', () => {
  const grow = (state: TopologyState, placement: Placement, second = 60, stream = 'probe') =>
    withPlaced(state, { service: 'cart', stream }, placement, at(second), policy);
  const joining = (joins: Episode): Placement => ({
    ...{ group: joins.group, joins, supersedes: null, absorbs: null, endedAtMs: null, reason: '' },
  });

  test('by a signal: its service, its stream and its time, and comes last', () => {
    const other = episode(['other']);
    const { episodes } = grow(stateOf([web, other], friends), joining(web), 60, 'logs');
    expect(episodes[0]).toBe(other);
    expect(episodes[1]).toMatchObject({
      members: ['web', 'cart'],
      streams: ['probe', 'logs'],
      signals: 2,
      lastAtMs: at(60),
      openedAtMs: at(0),
    });
    expect(episodes[1]?.together).toBeCloseTo(15 - 0.4, 9);
    expect(episodes[1]?.possible).toBeCloseTo(20 - 0.4, 9);
  });

  test('by a late signal backwards in time', () => {
    expect(grow(stateOf([web]), joining(web), -60).episodes[0]).toMatchObject({ openedAtMs: at(-60), lastAtMs: at(0) });
  });

  test('to so many members, each once', () => {
    const full = episode(['a', 'b', 'c', 'd']);
    expect(grow(stateOf([full]), joining(full)).episodes[0]).toMatchObject({
      members: ['a', 'b', 'c', 'd'],
      signals: 2,
    });
    expect(grow(stateOf([cart]), joining(cart)).episodes[0]?.members).toEqual(['cart']);
  });

  test('by another one that turned out to be part of it', () => {
    const guest = episode(['pay', 'mail', 'dns'], {
      group: 'guest',
      signals: 5,
      streams: ['logs'],
      openedAtMs: at(-5),
      lastAtMs: at(90),
    });
    const { episodes } = grow(stateOf([guest, web], friends), {
      ...joining(web),
      absorbs: { episode: guest, reason: 'x' },
    });
    expect(episodes).toHaveLength(1);
    expect(episodes[0]).toMatchObject({
      members: ['web', 'pay', 'mail', 'dns'],
      ...{ signals: 7, streams: ['probe', 'logs'], openedAtMs: at(-5), lastAtMs: at(90) },
    });
  });

  test('anew after a second surge, with what was known of its members', () => {
    const old = episode(['web', 'pay'], { together: 3, possible: 5, streams: ['logs'] });
    const state = grow(stateOf([old], { nextGroup: 4 }), {
      ...joining(old),
      joins: null,
      group: 'new',
      supersedes: old,
    });
    expect(state.nextGroup).toBe(5);
    expect(state.episodes).toMatchObject([
      { group: 'web', superseded: true },
      {
        group: 'new',
        superseded: false,
        members: ['web', 'pay'],
        together: 3,
        possible: 5,
        streams: ['logs'],
        signals: 1,
      },
    ]);
  });

  test('in the place of the oldest, and teaches how much belonging together shows when it is gone', () => {
    const old = episode(['a', 'b', 'c'], { together: 8, possible: 10 });
    const others = [episode(['x']), episode(['y'])];
    const fresh: Placement = { ...joining(web), joins: null, group: 'new' };
    const state = grow(stateOf([old, ...others]), fresh);
    expect(state.episodes.map(({ group }) => group)).toEqual(['x', 'y', 'new']);
    expect(state.cohesionOf).toBe(2);
    expect(state.cohesion).toBeCloseTo((0.5 + 0.8) / 2, 9);
    expect(grow(stateOf(others), fresh)).toMatchObject({ cohesion: 0.5, cohesionOf: 1 });
    const again = grow(stateOf([old]), { ...fresh, group: 'a' });
    expect(again.episodes).toMatchObject([{ group: 'a', members: ['cart'] }]);
    expect(again.cohesionOf).toBe(2);
    expect(grow(stateOf([old, ...others], { cohesionOf: 30 }), fresh)).toMatchObject({
      cohesionOf: 30,
      cohesion: 0.5 + 0.3 / 30,
    });
  });
});
