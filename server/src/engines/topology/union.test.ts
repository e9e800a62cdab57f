import { describe, expect, test } from 'vitest';
import { at, cart, episode, friends, known, policy, services, stateOf, strangers, web } from '../testing/episodes.ts';
import { policyWith } from '../testing/fixtures.ts';
import type { Episode, TopologyState } from './state.ts';
import { began, unionOf } from './unite.ts';

describe('two episodes are one', () => {
  const twoTicks = services({ web: known(3, { cart: 2 }, 1), cart: known(3, { web: 2 }, 1) });
  const union = (state: TopologyState, own = cart, second = 60, by = policy) => unionOf(state, own, at(second), by);

  test('when their services belong together, into the elder', () => {
    const elder = episode(['web'], { openedAtMs: at(-10) });
    expect(union(stateOf([cart, elder], friends))).toMatchObject({ host: elder, guest: cart });
    expect(union(stateOf([cart, elder], friends), elder)).toMatchObject({ host: elder, guest: cart });
    expect(union(stateOf([cart, elder], friends))?.reason).toContain('cart fired together with web 15 times');
  });

  test('into the larger one, and of twins into the first by name', () => {
    const larger = episode(['web', 'pay'], { openedAtMs: at(10), lastAtMs: at(10) });
    expect(union(stateOf([cart, larger], friends))?.host).toBe(larger);
    expect(union(stateOf([web, cart], friends))?.host).toBe(cart);
    expect(union(stateOf([web, cart], friends), web)?.host).toBe(cart);
  });

  test.each<[string, TopologyState, Episode, number, typeof policy]>([
    ['in the tick in which it last fired', stateOf([web, cart], friends), cart, 5, policy],
    [
      'where the policy never merges',
      stateOf([web, cart], friends),
      cart,
      60,
      policyWith({ grouping: { learned: { merge: null } } }),
    ],
    [
      'with one that is over',
      stateOf([{ ...web, openedAtMs: at(-900), lastAtMs: at(-900) }, cart], friends),
      cart,
      60,
      policy,
    ],
    ['with one that had a second surge', stateOf([{ ...web, superseded: true }, cart], friends), cart, 60, policy],
    ['of strangers', stateOf([web, cart], strangers), cart, 60, policy],
    [
      'when both are outages',
      stateOf([episode(['web', 'a', 'b']), episode(['cart', 'c', 'd'])], friends),
      episode(['cart', 'c', 'd']),
      60,
      policy,
    ],
    [
      'about other things',
      stateOf([{ ...web, streams: ['logs'] }, cart], {
        ...friends,
        streamPairs: [{ a: 'logs', b: 'probe', together: 1, chances: 9 }],
      }),
      cart,
      60,
      policy,
    ],
    ['with itself', stateOf([cart], friends), cart, 60, policy],
  ])('not %s', (_, state, own, second, by) => {
    expect(union(state, own, second, by)).toBeNull();
  });

  test('where little is known: when both began at once, and have met often enough for all of their services', () => {
    const later = episode(['web'], { openedAtMs: at(61), lastAtMs: at(61) });
    expect(union(stateOf([web, cart], twoTicks))).not.toBeNull();
    expect(union(stateOf([later, cart], twoTicks), cart, 90)).toBeNull();
    expect(began(web, cart, policy)).toBe(true);
    expect(began(later, cart, policy)).toBe(false);
    const once = services({ web: known(3, { cart: 1 }, 1), cart: known(3, { web: 1 }, 1) });
    expect(union(stateOf([web, cart], once))).toBeNull();
  });

  test('with the one that it has met most often', () => {
    const more = services({ web: known(20), pay: known(20), cart: known(20, { web: 12, pay: 15 }) });
    const [one, other] = [episode(['web'], { openedAtMs: at(-10) }), episode(['pay'], { openedAtMs: at(-10) })];
    expect(union(stateOf([one, other, cart], more))?.host).toBe(other);
    expect(union(stateOf([other, one, cart], more))?.host).toBe(other);
  });
});
