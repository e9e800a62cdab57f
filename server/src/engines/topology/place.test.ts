import { describe, expect, test } from 'vitest';
import { catalogueOf, emptyCatalogue } from '../catalogue.ts';
import { at, cart, episode, friends, known, policy, services, stateOf, strangers, web } from '../testing/episodes.ts';
import { policyWith } from '../testing/fixtures.ts';
import { type Placement, place } from './place.ts';
import type { Episode, TopologyState } from './state.ts';

function placed(
  state: TopologyState,
  second = 60,
  changes: { service?: string; stream?: string; by?: typeof policy } = {},
): Placement {
  const firing = { service: changes.service ?? 'cart', stream: changes.stream ?? 'probe' };
  return place(state, firing, at(second), emptyCatalogue, changes.by ?? policy);
}

describe('a signal begins an episode of its own', () => {
  test('when nothing is open, with a group that is never given twice', () => {
    const none = stateOf([], { nextGroup: 7 });
    expect(placed(none)).toEqual({
      group: `${at(60).toString(36)}-7`,
      ...{ joins: null, supersedes: null, absorbs: null, endedAtMs: null },
      reason: 'nothing that is open fires together with it',
    });
  });

  test.each<[string, TopologyState, number, string | undefined, string]>([
    ['what is open is over', stateOf([web], friends), 601, undefined, 'nothing that is open'],
    [
      'what is open has had a second surge',
      stateOf([{ ...web, superseded: true }], friends),
      60,
      undefined,
      'nothing that is open',
    ],
    ['nothing is known of the two', stateOf([web]), 60, undefined, 'nothing is known of cart and web yet'],
    [
      'it is known not to belong there',
      stateOf([web], strangers),
      60,
      undefined,
      'cart fired together with web 0 times',
    ],
    [
      'it tells of other things',
      stateOf([web], { ...friends, streamPairs: [{ a: 'logs', b: 'probe', together: 1, chances: 9 }] }),
      60,
      'logs',
      'logs and probe tell of the same service at the same time',
    ],
  ])('when %s', (_, state, second, stream, reason) => {
    const found = placed(state, second, stream === undefined ? {} : { stream });
    expect(found.joins).toBeNull();
    expect(found.reason).toContain(reason);
  });

  test('that takes over the group of its last one, and says when that ended', () => {
    const later = episode(['cart'], { group: 'later', lastAtMs: at(30), openedAtMs: at(20) });
    expect(placed(stateOf([cart, later]), 700)).toMatchObject({ group: 'later', joins: null, endedAtMs: at(630) });
    expect(placed(stateOf([episode(['cart'], { openedAtMs: at(2_000), lastAtMs: at(2_000) })]), 700)).toMatchObject({
      group: 'cart',
      endedAtMs: at(700),
    });
  });

  test('after a second surge', () => {
    const surging = episode(['cart'], { signals: 50, counts: [7, 1, 1], peak: 16 });
    const found = placed(stateOf([surging], { nextGroup: 3 }), 5);
    expect(found).toMatchObject({ joins: null, supersedes: surging, absorbs: null, endedAtMs: null });
    expect(found.group).toBe(`${at(5).toString(36)}-3`);
    expect(found.reason).toMatch(/^after a calm the same services fire again as at first, 8 signals or more at once/);
  });
});

describe('a signal joins', () => {
  test('the episode in which its service fires already', () => {
    expect(placed(stateOf([cart, web]))).toEqual({
      group: 'cart',
      joins: cart,
      ...{ supersedes: null, absorbs: null, endedAtMs: null },
      reason: 'cart fires in it already',
    });
  });

  test('the last of two in which it does', () => {
    const later = episode(['cart', 'pay'], { group: 'later' });
    expect(placed(stateOf([cart, later])).joins).toBe(later);
  });

  test('what it is known to belong to, for certain or by first impressions', () => {
    expect(placed(stateOf([web], friends))).toMatchObject({ joins: web, absorbs: null, group: 'web' });
    expect(placed(stateOf([web], friends)).reason).toContain('cart fired together with web 15 times');
    const once = (times: number) => services({ web: known(3, {}, 1), cart: known(3, { web: times }, 1) });
    expect(placed(stateOf([web], once(2))).joins).toBe(web);
    expect(placed(stateOf([web], once(1))).joins).toBeNull();
  });

  test('the one to which it belongs better, and of equal ones the larger', () => {
    const better = services({ web: known(20), pay: known(20), cart: known(20, { web: 8, pay: 15 }) });
    const pay = episode(['pay']);
    expect(placed(stateOf([pay, web], better)).joins).toBe(pay);
    expect(placed(stateOf([web, pay], better)).joins).toBe(pay);
    const both = services({
      web: known(20),
      pay: known(20),
      mail: known(20),
      cart: known(20, { web: 15, pay: 15, mail: 15 }),
    });
    const large = episode(['pay', 'mail']);
    expect(placed(stateOf([large, web], both)).joins).toBe(large);
  });

  test('what the catalogue knows to depend on it, either way, while nothing else is known', () => {
    const catalogue = (from: string, to: string) => {
      const service = (name: string, dependsOn: string[]) => ({
        name,
        tier: 2 as const,
        owner: null,
        description: null,
        dependsOn,
      });
      return catalogueOf([service(from, [to]), service(to, [])], 1);
    };
    for (const [from, to] of [
      ['cart', 'web'],
      ['web', 'cart'],
    ] as const) {
      const found = place(stateOf([web]), { service: 'cart', stream: 'probe' }, at(60), catalogue(from, to), policy);
      expect(found).toMatchObject({ joins: web, reason: 'the catalogue knows that cart and web depend on each other' });
    }
    const known = place(
      stateOf([web], strangers),
      { service: 'cart', stream: 'probe' },
      at(60),
      catalogue('cart', 'web'),
      policy,
    );
    expect(known.joins).toBeNull();
    expect(
      place(stateOf([web]), { service: 'cart', stream: 'probe' }, at(60), catalogue('a', 'b'), policy).joins,
    ).toBeNull();
  });

  test.each<[string, Partial<TopologyState>, Episode, boolean]>([
    ['an outage of many services', {}, episode(['a', 'b', 'c']), true],
    ['no outage of fewer', {}, episode(['a', 'b']), false],
    ['whatever fires in a burst', { active: new Set(['a', 'b', 'c']), tickFromMs: at(58) }, web, true],
    ['not what fires within moments only', { active: new Set(['a', 'b', 'c']), tickFromMs: at(58.1) }, web, false],
    ['nor in a burst of fewer', { active: new Set(['a', 'b']), tickFromMs: at(0) }, web, false],
    ['what fires after a burst', { activeBefore: 3 }, web, true],
    ['not after one of fewer', { activeBefore: 2 }, web, false],
  ])('while nothing is known of it: %s', (_, changes, open, joins) => {
    const found = placed(stateOf([open], changes));
    expect(found.joins).toBe(joins ? open : null);
    if (joins) expect(found.reason).toContain('little is known of cart yet, and it fires in one burst with');
  });

  test('no burst where it is known not to belong', () => {
    expect(placed(stateOf([web], { ...strangers, activeBefore: 3 })).joins).toBeNull();
  });
});

describe('a service that began alone', () => {
  const shop = episode(['web', 'pay'], { group: 'shop' });
  const all = services({ web: known(20), pay: known(20), cart: known(20, { web: 15, pay: 15 }) });

  test('moves to where the others are, and takes along what it leaves', () => {
    const found = placed(stateOf([cart, shop], all));
    expect(found).toMatchObject({ group: 'shop', joins: shop, absorbs: { episode: cart } });
    expect(found.absorbs?.reason).toBe(found.reason);
  });

  test('takes nothing along where the policy never merges', () => {
    const never = policyWith({ grouping: { learned: { merge: null } } });
    expect(placed(stateOf([cart, shop], all), 60, { by: never }).absorbs).toBeNull();
  });

  test('takes along what little is known of only when both began at once', () => {
    const little = services({ web: known(3), pay: known(3), cart: known(3, { web: 2, pay: 2 }, 1) });
    const late = (seconds: number) => episode(['cart'], { openedAtMs: at(seconds), lastAtMs: at(seconds) });
    expect(placed(stateOf([late(60), shop], little)).absorbs).not.toBeNull();
    expect(placed(stateOf([late(61), shop], little), 62)).toMatchObject({ joins: shop, absorbs: null });
  });

  test('stays with as many as there are over there, and in an outage', () => {
    const two = episode(['cart', 'mail'], { group: 'two' });
    expect(placed(stateOf([two, shop], all), 5).joins).toBe(two);
    const outage = episode(['cart', 'mail', 'dns'], { group: 'outage' });
    expect(placed(stateOf([outage, episode(['web', 'pay', 'x', 'y'])], all), 5).joins).toBe(outage);
  });
});
