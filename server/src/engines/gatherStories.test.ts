import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import type { NewSignal } from '../domain/signal.ts';
import { foldTimeline, lifecycleOf } from './foldTimeline.ts';
import { minute, newSignal, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const three = policyWith({ grouping: { by: 'service', minimumAlerts: 3 } });
const two = policyWith({ grouping: { by: 'service', minimumAlerts: 2 } });

describe('whatever comes in whatever order', () => {
  const anySignal = fc.record({
    service: fc.constantFrom('checkout', 'search'),
    title: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom('FIRING', 'FIRING', 'RESOLVED'),
    reportedSeverity: fc.constantFrom('LOW', 'MEDIUM', 'HIGH', 'CRITICAL'),
    dedupKey: fc.option(fc.constantFrom('k', 'l'), { freq: 4 }),
  }) satisfies fc.Arbitrary<Partial<NewSignal>>;
  const story = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: -4, max: 0 }), anySignal), { maxLength: 40 });
  const policies = [two, three, policyWith({ grouping: { minimumAlerts: 2, maximumWaiting: 2 } })];

  /** One group that is found to be part of another whose alerts have an incident brings that with it. */
  function tookIn(rehearsal: Rehearsal, host: Incident | null | undefined): boolean {
    return [...rehearsal.incidents.values()].some(({ mergedInto }) => mergedInto !== null && mergedInto === host?.id);
  }

  function told(policy: typeof two, steps: readonly [number, number, Partial<NewSignal>][]) {
    let at = 0;
    const rehearsal = new Rehearsal(policy);
    const verdicts = steps.map(([wait, behind, changes]) => {
      at += wait;
      return rehearsal.signal(newSignal({ ...changes, occurredAt: minute(at + behind) }), minute(at));
    });
    return { rehearsal, verdicts };
  }

  it('an incident opens with as many alerts as the policy asks for or with a severe one, and its timeline tells it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), story, (policy, steps) => {
        const { rehearsal, verdicts } = told(policy, steps);
        for (const { outcome, incident, brought, waits, alert } of verdicts) {
          if (waits !== null) expect([outcome, incident, alert]).toEqual(['LOGGED', null, null]);
          if (outcome !== 'OPENED') expect(brought).toEqual([]);
          else if (incident?.severity !== 'CRITICAL' && !tookIn(rehearsal, incident)) {
            expect(brought.length + 1).toBeGreaterThanOrEqual(policy.grouping.minimumAlerts);
          }
          const keys = [...brought, alert].map((one) => one?.dedupKey);
          expect(new Set(keys).size).toBe(keys.length);
        }
        for (const incident of rehearsal.incidents.values()) {
          const events = rehearsal.events.filter(({ incidentId }) => incidentId === incident.id);
          expect(foldTimeline(events)).toMatchObject(lifecycleOf(incident));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the same story has the same end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), story, (policy, steps) => {
        expect(told(policy, steps).verdicts).toStrictEqual(told(policy, steps).verdicts);
      }),
      { numRuns: 50 },
    );
  });
});
