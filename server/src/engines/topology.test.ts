import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf, emptyCatalogue } from './catalogue.ts';
import { resolve } from './lifecycle.ts';
import { presets } from './policy.ts';
import { incidentOf, newSignal, noon, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { decodeAcquaintances, decodeTopology, encodeAcquaintances, encodeTopology } from './topology/codec.ts';
import { blankTopology, type TopologyState } from './topology/state.ts';
import { afterPlacing, placeSignal } from './topology.ts';

const load = presets['load-v2'];
const second = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);
const shop = ['web', 'cart', 'pay', 'stock'];
const bank = ['teller', 'ledger', 'vault', 'audit'];

/** Services that fire together, every ten seconds for two minutes, from some second on. */
function outage(services: readonly string[], from: number, source = 'probe') {
  return Array.from({ length: 12 }, (_, round) =>
    services.map((service, place) => ({ service, source, at: from + round * 10 + place })),
  ).flat();
}

function tell(firings: readonly { service: string; source: string; at: number }[], rehearsal = new Rehearsal(load)) {
  const told = firings
    .toSorted((a, b) => a.at - b.at)
    .map(({ service, source, at }) => {
      const { incident, outcome } = rehearsal.signal(newSignal({ service, source, title: 'Slow' }), second(at));
      return { service, source, outcome, incident: incident?.id };
    });
  const incidentsOf = (services: readonly string[]) =>
    new Set(told.filter(({ service }) => services.includes(service)).map(({ incident }) => incident));
  return { rehearsal, told, incidentsOf };
}

/** Two systems that have failed five times each, an hour apart and never at once. */
function experienced(): Rehearsal {
  const hours = [0, 2, 4, 6, 8];
  const outages = hours.flatMap((hour) => [...outage(shop, hour * 3_600), ...outage(bank, (hour + 1) * 3_600)]);
  return tell(outages).rehearsal;
}

describe('services that fire together', () => {
  test('are an incident each at first, since nothing is known of them', () => {
    const { incidentsOf } = tell(shop.map((service, place) => ({ service, source: 'probe', at: place })));
    expect(incidentsOf(shop).size).toBe(4);
  });

  test('are one incident once it was seen that they do, and the timeline says why', () => {
    const rehearsal = experienced();
    const { incidentsOf } = tell(outage(shop, 40_000), rehearsal);
    expect(incidentsOf(shop).size).toBe(1);
    const joined = rehearsal.events.filter(({ kind }) => kind === 'ALERT_JOINED').at(-1);
    expect(joined?.message).toMatch(
      /^Joined by Slow \(probe\): \w+ fired together with \w+ and 2 more .* times within 30 s/,
    );
  });

  test('are kept apart from another system that fails at the same time', () => {
    const { incidentsOf, rehearsal } = tell([...outage(shop, 40_000), ...outage(bank, 40_030)], experienced());
    const [inShop, inBank] = [incidentsOf(shop), incidentsOf(bank)];
    expect([inShop.size, inBank.size]).toEqual([1, 1]);
    expect(inShop).not.toEqual(inBank);
    const opened = rehearsal.events.filter(({ kind }) => kind === 'OPENED').at(-1);
    expect(opened?.note).toMatch(/^An incident of its own: \w+ fired together with/);
  });

  test('are one from the start when very many do at once', () => {
    const many = Array.from({ length: 30 }, (_, place) => `service-${place}`);
    const { incidentsOf } = tell(outage(many, 0));
    expect(incidentsOf(many.slice(20)).size).toBe(1);
  });

  test('are one from the start when the catalogue says that they depend on each other', () => {
    const services = [
      { name: 'web', tier: 2, owner: null, description: null, dependsOn: ['cart'] },
      { name: 'cart', tier: 2, owner: null, description: null, dependsOn: [] },
    ] as const;
    const rehearsal = new Rehearsal(load, { catalogue: catalogueOf(services, 1) });
    const { incidentsOf } = tell(
      ['web', 'cart', 'pay'].map((service, place) => ({ service, source: 'probe', at: place })),
      rehearsal,
    );
    expect(incidentsOf(['web', 'cart']).size).toBe(1);
    expect(incidentsOf(['web', 'cart', 'pay']).size).toBe(2);
    expect(rehearsal.events.find(({ kind }) => kind === 'ALERT_JOINED')?.message).toContain('the catalogue knows');
  });
});

describe('an episode', () => {
  test('that was over makes room for the next of the same services, and ends when it fell silent', () => {
    const rehearsal = experienced();
    const before = [...rehearsal.incidents.values()].length;
    tell([...outage(shop, 40_000), ...outage(shop, 40_400)], rehearsal);
    const [first, next, ...more] = [...rehearsal.incidents.values()].slice(before);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ status: 'RESOLVED', resolvedByRule: true, resolvedAt: second(40_000 + 113 + 120) });
    expect(next).toMatchObject({ status: 'OPEN', openedAt: second(40_400) });
  });

  test('ends with a second surge', () => {
    const quiet = Array.from({ length: 30 }, (_, round) => ({
      service: 'web',
      source: 'probe',
      at: 40_120 + round * 15,
    }));
    const { told } = tell(
      [...outage(shop, 40_000), ...quiet, ...outage(shop, 40_560), ...outage(shop, 40_562)],
      experienced(),
    );
    expect(new Set(told.map(({ incident }) => incident)).size).toBe(2);
  });

  test.each([
    [1, 0, 600],
    [2, 540, 600],
    [10, 300, 360],
    [250, 530, 120],
  ])('of %d signals in %d s waits %d s for the next one', async (signals, duration, gap) => {
    const { gapMs } = await import('./topology/episode.ts');
    expect(gapMs(signals, duration * 1_000, load)).toBe(gap * 1_000);
  });
});

describe('what is learned', () => {
  const firing = fc.record({
    service: fc.constantFrom(...shop, ...bank, '__proto__'),
    source: fc.constantFrom('a', 'b'),
    wait: fc.oneof(fc.nat(20), fc.nat(2_000)),
  });

  const documents = (state: TopologyState) => [encodeTopology(state, 'id'), encodeAcquaintances(state)] as const;

  function restored(state: TopologyState): TopologyState {
    const [topology, acquaintances] = structuredClone(documents(state));
    return decodeTopology(topology, decodeAcquaintances(acquaintances));
  }

  function taught(firings: readonly { service: string; source: string; wait: number }[], stored: boolean) {
    let state: TopologyState = blankTopology;
    let at = 0;
    const groups = firings.map(({ service, source, wait }) => {
      at += wait;
      if (stored) state = restored(state);
      const signal = newSignal({ service, source });
      const placed = placeSignal(state, signal, second(at), emptyCatalogue, load);
      state = afterPlacing(state, signal, placed, placed.groupKey, second(at), load);
      return [placed.groupKey, placed.reason];
    });
    return { groups, state };
  }

  test('is the same whenever the same is told, and survives being stored after every signal', () => {
    fc.assert(
      fc.property(fc.array(firing, { maxLength: 120 }), (firings) => {
        const { groups, state } = taught(firings, false);
        expect(taught(firings, false).groups).toEqual(groups);
        const again = taught(firings, true);
        expect(again.groups).toEqual(groups);
        expect(documents(again.state)).toEqual(documents(state));
      }),
      { numRuns: 60 },
    );
  });
});

describe('in whatever order signals arrive', () => {
  const past = (at: number, state: 'FIRING' | 'RESOLVED') =>
    newSignal({ dedupKey: 'disk', state, historical: true, occurredAt: second(at) });

  test('an alert that was resolved before it was heard of ends as in order, and nobody is told', () => {
    const late = new Rehearsal(load);
    expect(late.signal(past(60, 'RESOLVED'), noon).outcome).toBe('LOGGED');
    const { incident, alert, outcome, intents } = late.signal(past(0, 'FIRING'), noon);
    const inOrder = new Rehearsal(load);
    inOrder.signal(past(0, 'FIRING'), noon);
    const { incident: expected } = inOrder.signal(past(60, 'RESOLVED'), noon);
    expect(outcome).toBe('OPENED');
    expect(alert).toMatchObject({ state: 'RESOLVED', firstSeenAt: second(0), lastSeenAt: second(60) });
    const told = ({
      status,
      openedAt,
      resolvedAt,
      resolvedByRule,
      firingAlertCount,
    }: NonNullable<typeof incident>) => ({
      ...{ status, openedAt, resolvedAt, resolvedByRule, firingAlertCount },
    });
    expect(incident && told(incident)).toEqual(expected && told(expected));
    expect(intents).toEqual([]);
  });

  test('the alert and its incident end as in order', () => {
    const steps = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 7 }).chain((times) => {
      const sorted = times.toSorted((a, b) => a - b);
      const inOrder = sorted.map((at, place) => [at, place % 2 === 0 ? 'FIRING' : 'RESOLVED'] as const);
      return fc.tuple(fc.constant(inOrder), fc.shuffledSubarray(inOrder, { minLength: inOrder.length }));
    });
    const end = (story: readonly (readonly [number, 'FIRING' | 'RESOLVED'])[]) => {
      // Flapping is about how often an alert changed as it was heard, so it depends on the order.
      const rehearsal = new Rehearsal(policyWith({ flapping: null }));
      const alerts = story.map(([at, state]) => rehearsal.signal(past(at, state), noon).alert);
      const open = [...rehearsal.incidents.values()].filter(({ status }) => status === 'OPEN');
      const last = alerts.findLast((alert) => alert !== null);
      return { open: open.length, firing: open.map(({ firingAlertCount }) => firingAlertCount), state: last?.state };
    };
    fc.assert(
      fc.property(steps, ([inOrder, shuffled]) => {
        expect(end(shuffled)).toEqual(end(inOrder));
      }),
      { numRuns: 200 },
    );
  });

  test('a resolved incident takes nothing outside its reopen window', () => {
    const policy = policyWith({ grouping: { reopenMinutes: 5 } });
    const some = fc.array(
      fc.record({ service: fc.constantFrom(...shop), wait: fc.oneof(fc.nat(30), fc.nat(900)), resolves: fc.nat(5) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(some, (steps) => {
        const rehearsal = new Rehearsal(policy);
        let at = 0;
        for (const { service, wait, resolves } of steps) {
          at += wait;
          const before = new Map(rehearsal.incidents);
          const { incident } = rehearsal.signal(newSignal({ service }), second(at));
          const resolvedAt = before.get(incidentOf({ incident }).id)?.resolvedAt ?? null;
          if (resolvedAt !== null)
            expect(at * 1_000 + noon.getTime() - resolvedAt.getTime()).toBeLessThanOrEqual(300_000);
          if (resolves > 0) continue;
          const resolved = resolve(incidentOf({ incident }), { now: second(at), actor: 'Ada', note: null });
          if (resolved.ok) rehearsal.take({ changed: [{ incident: resolved.incident, kind: 'RESOLVED' }], events: [] });
        }
      }),
      { numRuns: 100 },
    );
  });
});
