import { describe, expect, test } from 'vitest';
import { policyWith } from '../testing/fixtures.ts';
import { type Acquaintance, blankTopology, type TopologyState } from './state.ts';
import { withWindow } from './streams.ts';

const policy = policyWith({ grouping: { learned: { maximumServices: 3, streams: { windowSeconds: 60 } } } });
const known = (streams: Record<string, number> = {}): Acquaintance => ({
  ticks: 1,
  occasions: 1,
  lastTick: 0,
  since: 0,
  partners: new Map(),
  streams: new Map(Object.entries(streams)),
});

type Fired = readonly [minute: number, service: string, stream: string];

/** What is known after services fired in streams. A window is a minute long. */
function stateAfter(
  fired: readonly Fired[],
  services: Record<string, Acquaintance> = { web: known(), cart: known() },
): TopologyState {
  let state: TopologyState = { ...blankTopology, services: new Map(Object.entries(services)) };
  for (const [at, service, stream] of fired) state = withWindow(state, { service, stream }, at * 60_000, policy);
  return state;
}

const streamsOf = (state: TopologyState, service: string) =>
  Object.fromEntries(state.services.get(service)?.streams ?? []);

describe('the windows in which a service fired in a stream', () => {
  test('are counted when the next window begins, each once', () => {
    const fired: Fired[] = [
      [10, 'web', 'a'],
      [10.5, 'web', 'a'],
      [10.9, 'web', 'b'],
    ];
    expect(streamsOf(stateAfter(fired), 'web')).toEqual({});
    expect(streamsOf(stateAfter([...fired, [11, 'cart', 'a']]), 'web')).toEqual({ a: 1, b: 1 });
    expect(streamsOf(stateAfter([...fired, [11, 'web', 'a'], [12, 'cart', 'a']]), 'web')).toEqual({ a: 2, b: 1 });
  });

  test('are not counted anew by what is a little late, but by a replay', () => {
    const fired: Fired[] = [
      [10, 'web', 'a'],
      [9, 'web', 'a'],
      [8, 'web', 'b'],
    ];
    expect(streamsOf(stateAfter(fired), 'web')).toEqual({});
    expect(stateAfter(fired).window).toBe(10);
    const replayed = stateAfter([...fired, [7.9, 'web', 'a']]);
    expect(streamsOf(replayed, 'web')).toEqual({ a: 1, b: 1 });
    expect(replayed.window).toBe(7);
  });

  test('are forgotten of a service that nothing is known of', () => {
    const state = stateAfter([
      [10, 'new', 'a'],
      [11, 'web', 'a'],
    ]);
    expect([...state.services.keys()]).toEqual(['web', 'cart']);
  });

  test('are of eight streams at most, in a window and in all', () => {
    const nine = Array.from({ length: 9 }, (_, place): Fired => [10, 'web', `s${place}`]);
    const state = stateAfter([...nine, [11, 'web', 's8'], [11, 'web', 's0'], [12, 'cart', 'a']]);
    const counted = streamsOf(state, 'web');
    expect(Object.keys(counted)).toHaveLength(8);
    expect(counted).toMatchObject({ s0: 2, s7: 1 });
    expect(counted).not.toHaveProperty('s8');
  });

  test('are of so many services at once as the policy remembers', () => {
    const state = stateAfter(['a', 'b', 'c', 'd'].map((service): Fired => [10, service, 'x']));
    expect([...state.streaming.keys()]).toEqual(['a', 'b', 'c']);
    const more = withWindow(state, { service: 'a', stream: 'y' }, 600_000, policy);
    expect(more.streaming.get('a')).toEqual(['x', 'y']);
  });
});

describe('two streams', () => {
  test('fired together in the windows of both, and could have in those of the rarer', () => {
    const state = stateAfter([
      [10, 'web', 'b'],
      [10, 'web', 'a'],
      [11, 'web', 'a'],
      [12, 'web', 'a'],
      [12, 'cart', 'a'],
      [13, 'cart', 'b'],
      [14, 'web', 'a'],
    ]);
    expect(state.streamPairs).toEqual([{ a: 'a', b: 'b', together: 1, chances: 2 }]);
  });

  test('of one service each are no pair', () => {
    expect(
      stateAfter([
        [10, 'web', 'a'],
        [10, 'cart', 'b'],
        [11, 'web', 'a'],
      ]).streamPairs,
    ).toEqual([]);
  });

  test('are remembered by how many chances they had, and no more than 64 of them', () => {
    const many = (prefix: string, times: number) =>
      known(Object.fromEntries(Array.from({ length: 8 }, (_, place) => [`${prefix}${place}`, times])));
    const state = stateAfter(
      [
        [10, 'web', 'a0'],
        [11, 'web', 'a0'],
      ],
      { web: many('a', 1), cart: many('b', 3), pay: many('c', 2) },
    );
    const chances = state.streamPairs.map((pair) => pair.chances);
    expect(chances).toEqual([...Array(28).fill(3), ...Array(28).fill(2), ...Array(8).fill(1)]);
  });

  test('go on to be counted from what they were', () => {
    const state = stateAfter([
      [10, 'web', 'a'],
      [10, 'web', 'b'],
      [11, 'web', 'a'],
      [11, 'web', 'b'],
      [12, 'web', 'a'],
    ]);
    expect(state.streamPairs).toEqual([{ a: 'a', b: 'b', together: 2, chances: 2 }]);
  });
});
