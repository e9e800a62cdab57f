import { expect, test } from 'vitest';
import { policyWith } from '../testing/fixtures.ts';
import { learnedGroups } from './groups.ts';
import { type Acquaintance, blankTopology, type TopologyState } from './state.ts';

const policy = policyWith({ grouping: { learned: { firstTicks: 2, share: 0.25 } } });

/** Ticks of each service, and how often pairs fired together. */
function topology(ticks: Record<string, number>, together: readonly [string, string, number][]): TopologyState {
  const partnersOf = (service: string) =>
    new Map(
      together.flatMap(([one, other, times]): [string, number][] => {
        if (one === service) return [[other, times]];
        return other === service ? [[one, times]] : [];
      }),
    );
  const services = Object.entries(ticks).map(([service, count]): [string, Acquaintance] => [
    service,
    { ticks: count, occasions: 1, lastTick: 0, since: 0, partners: partnersOf(service), streams: new Map() },
  ]);
  return { ...blankTopology, services: new Map(services), elapsed: 1_000 };
}

test('what fires together is a group, the largest first, and each pair stands once with its share', () => {
  const state = topology({ api: 20, db: 10, web: 20, mail: 5, queue: 5 }, [
    ['web', 'api', 18],
    ['api', 'db', 10],
    ['mail', 'queue', 4],
  ]);
  const groups = learnedGroups(state, policy);
  expect(groups.map(({ services }) => services)).toEqual([
    ['api', 'db', 'web'],
    ['mail', 'queue'],
  ]);
  expect(groups[0]?.pairs).toEqual([
    { service: 'api', other: 'db', together: 10, share: 1 },
    { service: 'api', other: 'web', together: 18, share: expect.closeTo((18 - 0.4) / (20 - 0.4), 9) },
  ]);
});

test.each<[string, TopologyState]>([
  ['met less often than it takes', topology({ a: 10, b: 10 }, [['a', 'b', 1]])],
  ['fire together in a small share of their chances', topology({ a: 100, b: 100 }, [['a', 'b', 12]])],
  ['always fire', topology({ a: 1_000, b: 1_000 }, [['a', 'b', 1_000]])],
  ['are known to one of them only', topology({ a: 10 }, [['a', 'gone', 10]])],
])('services that %s make no group', (_, state) => {
  expect(learnedGroups(state, policy)).toEqual([]);
});
