import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../domain/severity.ts';
import type { NewSignal } from '../domain/signal.ts';
import { type Policy, presets } from './policy.ts';
import { minute, newSignal, policyWith, reading } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const load = presets['load-v2'];

describe('whatever comes in whatever order', () => {
  const anySignal = fc.record({
    service: fc.constantFrom('checkout', 'search'),
    title: fc.constantFrom('a', 'b'),
    state: fc.constantFrom('FIRING', 'FIRING', 'RESOLVED'),
    dedupKey: fc.option(fc.constantFrom('k', 'l')),
    groupKey: fc.option(fc.constant('g'), { freq: 5 }),
    reportedSeverity: fc.option(fc.constantFrom(...severities)),
    confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    metrics: fc.constantFrom([], [reading('cpu_percent', 10, 80, 95)], [reading('error_rate', 1, 0.1, 0.5)]),
  }) satisfies fc.Arbitrary<Partial<NewSignal>>;
  const story = fc.array(fc.tuple(fc.oneof(fc.nat(5), fc.nat(400)), fc.integer({ min: -20, max: 0 }), anySignal), {
    maxLength: 40,
  });
  const policies = [
    load,
    presets['seed-v1'],
    policyWith({ grouping: { by: 'signal', stayResolvedMinutes: 3 }, risk: { escalateAt: 0.3 } }),
  ];

  function told(policy: Policy, historical: boolean, steps: readonly [number, number, Partial<NewSignal>][]) {
    let at = 0;
    const rehearsal = new Rehearsal(policy);
    const verdicts = steps.map(([wait, late, changes]) => {
      at += wait;
      return rehearsal.signal(newSignal({ ...changes, historical, occurredAt: minute(at + late) }), minute(at));
    });
    return { rehearsal, verdicts };
  }

  test('one incident of a group is open at most, counts add up, and nothing historical is told', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.boolean(), story, (policy, historical, steps) => {
        const { rehearsal, verdicts } = told(policy, historical, steps);
        const incidents = [...rehearsal.incidents.values()];
        const open = incidents.filter(({ status, groupKey }) => status !== 'RESOLVED' && groupKey !== null);
        expect(new Set(open.map(({ groupKey }) => groupKey)).size).toBe(open.length);
        const joined = verdicts.filter(({ incident }) => incident !== null).length;
        expect(incidents.reduce((sum, { signalCount }) => sum + signalCount, 0)).toBe(joined);
        for (const { incident, changed, alert, intents, outcome } of verdicts) {
          expect(outcome === 'LOGGED').toBe(incident === null);
          expect(alert === null).toBe(incident === null);
          if (incident !== null) expect(changed.map((change) => change.incident)).toContain(incident);
          expect(new Set(changed.map((change) => change.incident.id)).size).toBe(changed.length);
          if (historical) expect(intents).toEqual([]);
        }
        for (const { firingAlertCount, risk, decision } of incidents) {
          expect(firingAlertCount).toBeGreaterThanOrEqual(0);
          expect(risk >= 0 && risk <= 1).toBe(true);
          expect(
            Math.abs(decision.factors.reduce((sum, { contribution }) => sum + contribution, 0) - decision.score),
          ).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same story has the same end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), story, (policy, steps) => {
        expect(told(policy, false, steps).verdicts).toStrictEqual(told(policy, false, steps).verdicts);
      }),
      { numRuns: 50 },
    );
  });
});
