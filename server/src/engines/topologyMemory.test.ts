import { describe, expect, test } from 'vitest';
import type { Signal } from '../domain/signal.ts';
import { emptyCatalogue } from './catalogue.ts';
import { presets } from './policy.ts';
import { at, cart, episode, friends, policy, stateOf, web } from './testing/episodes.ts';
import { openedIncident, policyWith, storedSignal } from './testing/fixtures.ts';
import { lastOf } from './testing/rehearse.ts';
import { decodeAcquaintances, decodeTopology, encodeAcquaintances, encodeTopology } from './topology/codec.ts';
import { blankTopology, type TopologyState } from './topology/state.ts';
import {
  acquaintancesKey,
  afterFiring,
  afterPlacing,
  foundToBeOne,
  groupKeysFor,
  placeSignal,
  resolvedEarlyAt,
  topologyKey,
  usesTopology,
  withEarlyResolve,
} from './topology.ts';
import { TopologyMemory } from './topologyMemory.ts';
import type { Verdict } from './verdict.ts';

const now = new Date(at(60));
const context = { now, catalogue: emptyCatalogue, policy };
const alert = (second: number, changes: Partial<Signal> = {}): Signal => ({
  ...storedSignal({ service: 'cart', dedupKey: 'disk', occurredAt: new Date(at(second)) }),
  ...changes,
});

describe('an end that came before its firing', () => {
  const heard = withEarlyResolve(blankTopology, alert(30));

  test('is known until the alert fires after it', () => {
    expect(resolvedEarlyAt(heard, alert(20))).toEqual(new Date(at(30)));
    expect(resolvedEarlyAt(heard, alert(30))).toBeNull();
    expect(resolvedEarlyAt(heard, alert(20, { dedupKey: 'other' }))).toBeNull();
    expect(afterFiring(heard, alert(20))).toBe(heard);
    expect(afterFiring(heard, alert(30)).earlyResolves.size).toBe(0);
    expect(afterFiring(blankTopology, alert(30))).toBe(blankTopology);
  });

  test('is the last one of several', () => {
    for (const seconds of [
      [30, 50],
      [50, 30],
    ]) {
      const state = seconds.reduce((before, second) => withEarlyResolve(before, alert(second)), blankTopology);
      expect([...state.earlyResolves]).toEqual([['disk', at(50)]]);
    }
  });

  test('is forgotten after 256 others', () => {
    let state = withEarlyResolve(heard, alert(30, { dedupKey: 'second' }));
    state = withEarlyResolve(state, alert(31));
    for (let place = 0; place < 255; place += 1) state = withEarlyResolve(state, alert(30, { dedupKey: `k${place}` }));
    expect(state.earlyResolves.size).toBe(256);
    expect([state.earlyResolves.has('disk'), state.earlyResolves.has('second')]).toEqual([true, false]);
  });
});

describe('what has to be read before signals are placed', () => {
  const keysFor = (services: string[], from: number, to: number, episodes = [web, cart]) =>
    groupKeysFor({ episodes }, new Set(services), { from: new Date(at(from)), to: new Date(at(to)) }, policy);

  test.each<[string, string[], number, number, string[]]>([
    ['the groups of their services', ['cart'], 5_000, 5_000, ['cart']],
    ['all that may go on', ['x'], 100, 200, ['web', 'cart']],
    ['up to their last moment', ['x'], 600, 700, ['web', 'cart']],
    ['not those that are over', ['x'], 601, 700, []],
    ['from a window before they began', ['x'], -700, -600, ['web', 'cart']],
    ['not those that begin later', ['x'], -700, -601, []],
  ])('are %s', (_, services, from, to, groups) => {
    expect(keysFor(services, from, to)).toEqual(groups.map((group) => JSON.stringify(['learned', group])));
  });
});

describe('after a signal was placed', () => {
  const placed = placeSignal(stateOf([web], friends), alert(60), now, emptyCatalogue, policy);

  test('its episode goes on, and what fires together is noted', () => {
    expect(placed.groupKey).toBe('["learned","web"]');
    const after = afterPlacing(stateOf([web], friends), alert(60), placed, placed.groupKey, now, policy);
    expect(after.episodes).toMatchObject([{ group: 'web', members: ['web', 'cart'], signals: 2 }]);
    expect([...after.active]).toEqual(['cart']);
    expect([...after.streaming]).toEqual([['cart', ['probe']]]);
  });

  test('that another group’s incident took, that one goes on without it', () => {
    const state = stateOf([web, cart], friends);
    const after = afterPlacing(state, alert(60), placed, '["learned","web"]', now, policy);
    expect(after.episodes.at(-1)).toMatchObject({ group: 'web' });
    const elsewhere = afterPlacing(state, alert(60), placed, '["learned","cart"]', now, policy);
    expect(elsewhere.episodes).toMatchObject([
      { group: 'web', signals: 1 },
      { group: 'cart', signals: 2, members: ['cart'], lastAtMs: at(60), counts: [1, 0, 1] },
    ]);
    const nowhere = afterPlacing(state, alert(60), placed, '["given","probe","x"]', now, policy);
    expect(nowhere.episodes).toEqual(state.episodes);
    const late = afterPlacing(
      stateOf([episode(['cart'], { lastAtMs: at(90) })]),
      alert(60),
      placed,
      '["learned","cart"]',
      now,
      policy,
    );
    expect(late.episodes).toMatchObject([{ lastAtMs: at(90), signals: 2 }]);
  });

  test('two groups are known to be one, under their keys', () => {
    expect(foundToBeOne(placed)).toBeNull();
    expect(foundToBeOne({ ...placed, absorbs: { episode: cart, reason: 'they fire together' } })).toEqual({
      guestKey: '["learned","cart"]',
      hostKey: '["learned","web"]',
      reason: 'they fire together',
    });
  });

  test('the stream is what the policy’s label says, else the source', () => {
    const streamOf = (labels: Signal['labels']) => {
      const by = policyWith({ grouping: { learned: { streams: { labels: ['kind'] } } } });
      const signal = alert(60, { labels });
      const own = placeSignal(blankTopology, signal, now, emptyCatalogue, by);
      return afterPlacing(blankTopology, signal, own, own.groupKey, now, by).episodes[0]?.streams;
    };
    expect(
      streamOf([
        { name: 'host', value: 'a' },
        { name: 'kind', value: 'logs' },
      ]),
    ).toEqual(['logs']);
    expect(streamOf([{ name: 'host', value: 'a' }])).toEqual(['probe']);
  });
});

test('history has keys of its own, and what is large is stored apart', () => {
  expect([topologyKey(true), topologyKey(false)]).toEqual(['topology historical', 'topology live']);
  expect([acquaintancesKey(true), acquaintancesKey(false)]).toEqual(['acquaintances historical', 'acquaintances live']);
});

test.each([
  [presets['load-v2'], true],
  [presets['seed-v1'], false],
  [policyWith({ grouping: { by: 'signal' } }), false],
  [policyWith({ grouping: { by: 'service' } }), true],
])('something is learned or kept under a policy %#: %s', (by, uses) => {
  expect(usesTopology(by)).toBe(uses);
});

describe('a memory of topologies', () => {
  const opened = {
    ...lastOf([[0, {}]], policy),
    incident: { ...openedIncident({}, policy), groupKey: '["learned","web"]' },
  };
  const remembering = () => new TopologyMemory([[false, stateOf([web], friends)]]);

  test('places what fires and was given no group, and nothing else', () => {
    const memory = remembering();
    expect(memory.seek(alert(60), null, context)).toMatchObject({
      groupKey: '["learned","web"]',
      placement: { joins: web },
    });
    expect(memory.seek(alert(60), 'given', context)).toEqual({
      groupKey: 'given',
      placement: null,
      resolvedEarlyAt: null,
    });
    const resolved = alert(60, { state: 'RESOLVED' });
    expect(memory.seek(resolved, null, context)).toEqual({ groupKey: null, placement: null, resolvedEarlyAt: null });
    const byService = { ...context, policy: policyWith({ grouping: { by: 'service' } }) };
    expect(memory.seek(alert(60), null, byService)).toMatchObject({ placement: null });
    expect(memory.seek(alert(60, { historical: true }), null, context).placement?.joins).toBeNull();
  });

  test('learns from what belongs to an incident only', () => {
    const memory = remembering();
    const sought = memory.seek(alert(60), null, context);
    memory.note(alert(60), sought, { ...opened, incident: null }, context);
    expect(memory.changed).toEqual([]);
    memory.note(alert(60), sought, opened, { ...context, policy: presets['seed-v1'] });
    expect(memory.changed).toEqual([]);
    memory.note(alert(60), sought, opened, context);
    expect(memory.changed).toMatchObject([{ historical: false }]);
    expect(memory.changed[0]?.state.episodes).toMatchObject([{ members: ['web', 'cart'] }]);
    expect(memory.states.map(([historical]) => historical)).toEqual([false]);
  });

  test('says whether acquaintances have changed: they do when a tick is over', () => {
    const learnedAt = (second: number, memory: TopologyMemory) => {
      const later = { ...context, now: new Date(at(second)) };
      memory.note(alert(second), memory.seek(alert(second), null, later), opened, later);
      return memory.changed.map(({ learned }) => learned);
    };
    const first = remembering();
    expect(learnedAt(60, first)).toEqual([true]);
    expect(learnedAt(61, new TopologyMemory(first.states))).toEqual([false]);
    expect(learnedAt(90, new TopologyMemory(first.states))).toEqual([true]);
  });

  test('keeps an early end, and forgets it when the alert fires after it', () => {
    const memory = remembering();
    const end = alert(30, { state: 'RESOLVED' });
    const sought = memory.seek(end, null, context);
    const late: Verdict = { ...opened, early: false };
    memory.note(end, sought, late, context);
    expect(memory.changed).toEqual([]);
    memory.note(end, sought, { ...late, early: true }, context);
    expect(memory.seek(alert(20), null, context).resolvedEarlyAt).toEqual(new Date(at(30)));
    expect(memory.seek(alert(20), 'given', context).resolvedEarlyAt).toEqual(new Date(at(30)));
    memory.note(alert(40), { groupKey: 'given', placement: null, resolvedEarlyAt: null }, opened, context);
    expect(memory.seek(alert(20), null, context).resolvedEarlyAt).toBeNull();
  });

  test('tells once which groups were found to be one, where one of them took the signal', () => {
    const elder = episode(['web'], { openedAtMs: at(-10) });
    const told = (groupKey: string) => {
      const memory = new TopologyMemory([[false, stateOf([elder, cart], friends)]]);
      const sought = memory.seek(alert(60), null, context);
      memory.note(alert(60), sought, { ...opened, incident: { ...opened.incident, groupKey } }, context);
      return [memory.takeUnions(), memory.takeUnions()];
    };
    const union = { guestKey: '["learned","cart"]', hostKey: '["learned","web"]', historical: false, at: now };
    for (const groupKey of [union.guestKey, union.hostKey]) expect(told(groupKey)).toMatchObject([[union], []]);
    expect(told('["given","probe","x"]')).toEqual([[], []]);
  });
});

describe('what is stored', () => {
  const state: TopologyState = withEarlyResolve(stateOf([web, cart], friends), alert(30));

  test('comes back as it was', () => {
    const stored = JSON.parse(JSON.stringify([encodeTopology(state, 'id'), encodeAcquaintances(state)]));
    expect(decodeTopology(stored[0], decodeAcquaintances(stored[1]))).toEqual(state);
    expect(stored[0]).toMatchObject({ kind: 'topology', version: 1, acquaintances: 'id' });
    expect(stored[1]).toMatchObject({ kind: 'acquaintances', services: ['web', 'cart'], partners: [[], [0, 15]] });
  });

  test('by another version is unlearned', () => {
    expect(decodeAcquaintances({ ...encodeAcquaintances(state), version: 0 })).toBe(blankTopology);
    expect(decodeTopology({ ...encodeTopology(state, 'id'), version: 2 }, state)).toBe(blankTopology);
  });

  test('keeps a pair of which one side was forgotten', () => {
    const { services } = stateOf([], friends);
    const [first, second] = [services.get('web'), services.get('cart')];
    if (first === undefined || second === undefined) throw new Error('Two are known');
    const oneSided = new Map([
      ['web', first],
      ['cart', { ...second, partners: new Map([['gone', 3]]) }],
    ]);
    const again = decodeAcquaintances(encodeAcquaintances({ services: oneSided, streamPairs: [] }));
    expect(again.services.get('cart')?.partners).toEqual(new Map([['web', 15]]));
    expect(again.services.get('web')?.partners).toEqual(new Map([['cart', 15]]));
  });
});
