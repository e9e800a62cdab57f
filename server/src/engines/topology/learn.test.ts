import { describe, expect, test } from 'vitest';
import { policyWith } from '../testing/fixtures.ts';
import { withFiring } from './learn.ts';
import { blankTopology, type TopologyState } from './state.ts';

const policy = policyWith({
  grouping: {
    windowMinutes: 1,
    learned: {
      tickSeconds: 10,
      halfLifeDays: 0.1,
      maximumServices: 4,
      maximumPartners: 4,
      streams: { windowSeconds: 10 },
    },
  },
});
type Fired = readonly [tick: number, ...services: string[]];

/** What is known after services fired in ticks of ten seconds. */
function learned(...fired: Fired[]): TopologyState {
  let state: TopologyState = { ...blankTopology, tick: 1_000 };
  for (const [tick, ...services] of fired) {
    for (const service of services) state = withFiring(state, { service, stream: 'probe' }, tick * 10_000, policy);
  }
  return state;
}

const of = (state: TopologyState, service: string) => state.services.get(service);
const partnersOf = (state: TopologyState, service: string) => Object.fromEntries(of(state, service)?.partners ?? []);

describe('a tick', () => {
  test('is counted when the next one begins', () => {
    const filling = learned([1_001, 'web', 'cart', 'web']);
    expect(filling).toMatchObject({ tick: 1_001, tickFromMs: 10_010_000, activeBefore: 0 });
    expect([...filling.active]).toEqual(['web', 'cart']);
    expect(filling.services.size).toBe(0);
    const counted = learned([1_001, 'web', 'cart', 'web'], [1_002, 'pay']);
    expect(counted).toMatchObject({ tick: 1_002, tickFromMs: 10_020_000, activeBefore: 2, elapsed: 1 });
    expect(of(counted, 'web')).toMatchObject({ ticks: 1, occasions: 1, lastTick: 1_001, since: 0 });
    expect([partnersOf(counted, 'web'), partnersOf(counted, 'cart')]).toEqual([{ cart: 1 }, { web: 1 }]);
    expect(of(counted, 'pay')).toBeUndefined();
  });

  test('that follows after a pause does not know how many fired in the one before', () => {
    expect(learned([1_001, 'web', 'cart'], [1_003, 'pay'])).toMatchObject({ activeBefore: 0, elapsed: 2 });
  });

  test('takes what is late, unless a replay has begun again', () => {
    expect(learned([1_030, 'web'], [1_010, 'cart'])).toMatchObject({ tick: 1_030 });
    expect([...learned([1_030, 'web'], [1_010, 'cart']).active]).toEqual(['web', 'cart']);
    const again = learned([1_030, 'web'], [1_009, 'cart']);
    expect(again).toMatchObject({ tick: 1_009, elapsed: 1 });
    expect([...again.active]).toEqual(['cart']);
    expect(of(again, 'web')?.ticks).toBe(1);
  });

  test('takes so many services as are remembered', () => {
    expect([...learned([1_001, 'a', 'b', 'c', 'd', 'e']).active]).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('what is known of a service', () => {
  test('are its ticks, and the occasions on which it began after a silence of the window', () => {
    const state = learned([1_001, 'web'], [1_007, 'web'], [1_014, 'web'], [1_015, 'cart']);
    expect(of(state, 'web')).toMatchObject({ ticks: 3, occasions: 2, lastTick: 1_014, since: 0 });
  });

  test('is counted since it was first heard of', () => {
    const state = learned([1_001, 'web'], [1_005, 'cart'], [1_006, 'web']);
    expect(of(state, 'cart')?.since).toBe(4);
    expect(of(learned([1_001, 'web'], [1_005, 'cart'], [1_006, 'cart'], [1_007, 'web']), 'cart')?.since).toBe(4);
  });

  test('adds up tick by tick', () => {
    const state = learned([1_001, 'web', 'cart'], [1_002, 'web', 'cart'], [1_003, 'web'], [1_004, 'pay']);
    expect(partnersOf(state, 'web')).toEqual({ cart: 2 });
    expect([of(state, 'web')?.ticks, of(state, 'cart')?.ticks]).toEqual([3, 2]);
  });

  test('is forgotten of those that have fired least lately', () => {
    const state = learned(
      [1_001, 'a'],
      [1_002, 'b'],
      [1_003, 'c'],
      [1_004, 'a'],
      [1_005, 'd'],
      [1_006, 'e'],
      [1_007, 'x'],
    );
    expect([...state.services.keys()]).toEqual(['c', 'a', 'd', 'e']);
  });

  test('keeps the strongest partners, by name where they are equal, and makes room for more', () => {
    const small = policyWith({
      grouping: { learned: { tickSeconds: 10, maximumServices: 20, maximumPartners: 4, halfLifeDays: 100 } },
    });
    let state: TopologyState = { ...blankTopology, tick: 1_000 };
    const fired: Fired[] = [
      [1_001, 'web', 'd'],
      [1_002, 'web', 'e', 'd', 'b', 'a', 'c'],
      [1_003, 'x'],
    ];
    for (const [tick, ...services] of fired) {
      for (const service of services) state = withFiring(state, { service, stream: 'probe' }, tick * 10_000, small);
    }
    expect(partnersOf(state, 'web')).toEqual({ d: 2, a: 1, b: 1 });
  });
});

test('counts are halved once twice the half-life has passed, and what is next to nothing is forgotten', () => {
  // A half-life of 0.1 days is 864 ticks.
  const before = learned([1_001, 'web', 'cart'], [1_002, 'web', 'cart'], [1_003, 'web', 'pay'], [2_728, 'x']);
  expect(before.elapsed).toBe(1_727);
  expect(of(before, 'web')).toMatchObject({ ticks: 3 });
  const after = learned([1_001, 'web', 'cart'], [1_002, 'web', 'cart'], [1_003, 'web', 'pay'], [2_730, 'x']);
  expect(after.elapsed).toBe(1_729 / 2);
  expect(of(after, 'web')).toMatchObject({ ticks: 1.5, occasions: 1, lastTick: 1_003, since: 0 });
  expect(partnersOf(after, 'web')).toEqual({ cart: 1, pay: 0.5 });
  const rare = { ...before, streamPairs: [{ a: 'a', b: 'b', together: 3, chances: 5 }] };
  const known = {
    ticks: 1,
    occasions: 1,
    lastTick: 0,
    since: 8,
    partners: new Map([
      ['y', 0.5],
      ['z', 0.4],
    ]),
    streams: new Map([['s', 2]]),
  };
  const faded = withFiring(
    { ...rare, services: new Map([['w', known]]), window: 2_728 },
    { service: 'x', stream: 'probe' },
    2_790 * 10_000,
    policyWith({ grouping: { learned: { tickSeconds: 10, halfLifeDays: 0.1, streams: { windowSeconds: 86_400 } } } }),
  );
  expect(partnersOf(faded, 'w')).toEqual({ y: 0.25 });
  expect(of(faded, 'w')).toMatchObject({ ticks: 0.5, since: 4, streams: new Map([['s', 1]]) });
});
