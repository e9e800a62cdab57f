import { describe, expect, test } from 'vitest';
import { policyWith } from '../testing/fixtures.ts';
import { newEpisode } from './episode.ts';
import { cohesionIn, type Evidence, evidenceFor, fits, isSure, several, streamApart, told } from './evidence.ts';
import { type Acquaintance, blankTopology, type Episode, type TopologyState } from './state.ts';

const policy = policyWith({
  grouping: {
    learned: {
      tickSeconds: 30,
      share: 0.25,
      evidence: 6,
      occasions: 4,
      burst: { services: 3 },
      streams: { evidence: 5, share: 0.6 },
    },
  },
});
const episode = (changes: Partial<Episode> = {}): Episode => ({
  ...newEpisode('web', { service: 'web', stream: 'probe' }, 0, policy),
  ...changes,
});
const acquaintance = (ticks: number, partners: Record<string, number> = {}, since = 0): Acquaintance => ({
  ticks,
  occasions: 1,
  lastTick: 0,
  since,
  partners: new Map(Object.entries(partners)),
  streams: new Map(),
});
const state = (services: Record<string, Acquaintance>, changes: Partial<TopologyState> = {}): TopologyState => ({
  ...blankTopology,
  services: new Map(Object.entries(services)),
  elapsed: 100,
  ...changes,
});
const evidence = (changes: Partial<Evidence>): Evidence => ({
  ...{ seen: 0, together: 0, possible: 0, expected: 0, ...changes },
});

describe('what speaks for a service’s belonging to an episode', () => {
  test('is nothing when nothing is known of it', () => {
    expect(evidenceFor(state({}), undefined, episode(), policy)).toEqual(evidence({}));
  });

  // By chance two that fire in 20 and 10 of 100 ticks meet in 2.
  test.each<[string, Acquaintance, Record<string, Acquaintance>, Partial<Evidence>]>([
    [
      'how often they met, less chance',
      acquaintance(20, { web: 9 }),
      { web: acquaintance(10) },
      { seen: 9, together: 7, possible: 8 },
    ],
    [
      'less than nothing when they avoid each other',
      acquaintance(20),
      { web: acquaintance(10) },
      { seen: 0, together: -2, possible: 8 },
    ],
    ['nothing of a member that was forgotten', acquaintance(20, { web: 9 }), {}, { seen: 0, together: 0, possible: 0 }],
    [
      'counted since both are known',
      acquaintance(20, { web: 9 }, 50),
      { web: acquaintance(10, {}, 20) },
      { seen: 9, together: 5, possible: 6 },
    ],
    [
      'counted over as long as they fired, at least',
      acquaintance(20, { web: 9 }, 95),
      { web: acquaintance(10, {}, 90) },
      { seen: 9, together: -1, possible: 0 },
    ],
  ])('is %s', (_, known, services, expected) => {
    expect(evidenceFor(state(services), known, episode(), policy)).toMatchObject(expected);
  });

  test('is summed over the members', () => {
    const services = { web: acquaintance(10), cart: acquaintance(50) };
    const found = evidenceFor(
      state(services),
      acquaintance(20, { web: 9, cart: 12 }),
      episode({ members: ['web', 'cart'] }),
      policy,
    );
    expect(found).toMatchObject({ seen: 21, together: 21 - 2 - 10, possible: 10 + 20 - 2 - 10 });
  });
});

describe('what is expected of a service that belongs', () => {
  const expectedOf = (of: Partial<Episode>, usual: Partial<TopologyState>) =>
    evidenceFor(state({ web: acquaintance(10) }, usual), acquaintance(20), episode(of), policy).expected;

  test.each<[string, Partial<Episode>, Partial<TopologyState>, number]>([
    ['nothing of an episode of one, where none is usual', {}, {}, 0],
    ['as much as the episode shows, where none is usual', { together: 3, possible: 4 }, {}, 8 * 0.75],
    ['nothing less than nothing', { together: -3, possible: 4 }, {}, 0],
    ['what is usual of an episode of one', {}, { cohesion: 0.5, cohesionOf: 1 }, 8 * 0.5],
    [
      'less of an episode that shows less',
      { together: 2, possible: 20 },
      { cohesion: 0.5, cohesionOf: 1 },
      (8 * 8) / 32,
    ],
    [
      'no more than what is usual of one that shows more',
      { together: 20, possible: 20 },
      { cohesion: 0.5, cohesionOf: 1 },
      4,
    ],
    ['nothing where nothing is usual', { together: -20, possible: 20 }, { cohesion: 0.5, cohesionOf: 1 }, 0],
    [
      'little where hardly anything is usual',
      { together: 0, possible: 0 },
      { cohesion: 0.001, cohesionOf: 1 },
      8 * 0.001,
    ],
  ])('is %s', (_, of, usual, expected) => {
    expect(expectedOf(of, usual)).toBeCloseTo(expected, 9);
  });
});

test.each([
  [2, 8, true],
  [1.99, 8, false],
  [0, 0, true],
  [-0.1, 0, false],
])('%d times beyond chance of %d expected ones fit: %s', (together, expected, does) => {
  expect(fits(evidence({ together, expected }), policy)).toBe(does);
});

test.each([
  [6, 4, true],
  [5.9, 4, false],
  [6, 3, false],
])('%d expected times in %d occasions make it certain: %s', (expected, occasions, sure) => {
  expect(isSure(evidence({ expected }), occasions, policy)).toBe(sure);
});

describe('in words', () => {
  test.each<[string, Partial<Evidence>, string]>([
    ['nothing', {}, 'nothing is known of cart and web yet'],
    [
      'something',
      { seen: 9, together: 7, expected: 8 },
      'cart fired together with web 9 times within 30 s, 7 more than by chance; services that belong together would have 8 times',
    ],
    [
      'never',
      { seen: 0, together: -2, expected: 4 },
      'cart fired together with web 0 times within 30 s, 0 more than by chance; services that belong together would have 4 times',
    ],
    [
      'once where once is usual',
      { seen: 1, together: 0.8, expected: 1 },
      'cart fired together with web once within 30 s, 0.8 more than by chance; services that belong together would have once',
    ],
    [
      'once where nothing was to be expected',
      { seen: 1, together: 1 },
      'cart fired together with web once within 30 s, and too little is known of them to expect more',
    ],
  ])('%s', (_, found, text) => {
    expect(told('cart', evidence(found), episode(), policy)).toBe(text);
  });

  test('many members are the first and how many more', () => {
    expect(several(episode())).toBe('web');
    expect(several(episode({ members: ['web', 'cart', 'pay'] }))).toBe('web and 2 more');
  });
});

describe('a stream is about other things', () => {
  const apart = (stream: string, pairs: TopologyState['streamPairs'], streams = ['probe']) =>
    streamApart(stream, episode({ streams }), state({}, { streamPairs: pairs }), policy);
  const pair = { a: 'logs', b: 'probe', together: 2, chances: 5 };

  test.each<[string, string, TopologyState['streamPairs'], string | null]>([
    [
      'when it seldom fires with the other for the same service',
      'logs',
      [pair],
      'logs and probe tell of the same service at the same time in 2 of 5 cases only',
    ],
    ['but not when they often do', 'logs', [{ ...pair, together: 3 }], null],
    ['nor after few chances', 'logs', [{ ...pair, chances: 4 }], null],
    ['nor when nothing is known of the two', 'logs', [{ ...pair, a: 'metrics' }], null],
    ['nor when it is the same', 'probe', [pair], null],
  ])('%s', (_, stream, pairs, reason) => {
    expect(apart(stream, pairs)).toBe(reason);
  });

  test('whichever of the two is named first, and when any of the episode’s streams says so', () => {
    expect(apart('probe', [pair], ['logs'])).toContain('probe and logs tell');
    expect(apart('logs', [pair], ['metrics', 'probe'])).toContain('logs and probe tell');
    expect(apart('logs', [pair], ['logs', 'probe'])).toBeNull();
  });
});

test.each<[string, Partial<Episode>, number | null]>([
  ['of many members', { members: ['a', 'b', 'c'], together: 3, possible: 6 }, 0.5],
  ['of members that avoid each other', { members: ['a', 'b', 'c'], together: -3, possible: 6 }, 0],
  ['of few members', { members: ['a', 'b'], together: 3, possible: 6 }, null],
  ['of members that had few chances', { members: ['a', 'b', 'c'], together: 3, possible: 5.9 }, null],
])('the cohesion %s is known or not', (_, of, cohesion) => {
  expect(cohesionIn(episode(of), policy)).toBe(cohesion);
});
