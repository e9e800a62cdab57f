import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldTimeline, lifecycleOf } from '../foldTimeline.ts';
import { presets } from '../policy.ts';
import { newSignal, noon } from '../testing/fixtures.ts';
import { Rehearsal } from '../testing/rehearsal.ts';

const load = presets['load-v2'];
const second = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);
const services = ['web', 'cart', 'pay', 'stock', 'teller', 'ledger', 'vault', 'audit'];

interface Told {
  readonly service: string;
  /** Seconds. */
  readonly at: number;
}

function tell(firings: readonly Told[], rehearsal = new Rehearsal(load)) {
  const told = firings
    .toSorted((a, b) => a.at - b.at)
    .map(({ service, at }) => rehearsal.signal(newSignal({ service, source: 'probe', title: 'Slow' }), second(at)));
  return { rehearsal, told };
}

test('merges leave every timeline telling what became of the incident, and no signal without one', () => {
  const some = fc.array(
    fc.record({ service: fc.constantFrom(...services), wait: fc.oneof(fc.nat(8), fc.nat(8), fc.nat(200)) }),
    { maxLength: 120, size: 'max' },
  );
  let merges = 0;
  fc.assert(
    fc.property(some, (steps) => {
      let at = 0;
      const step = (wait: number) => {
        at += wait;
        return at;
      };
      const rehearsal = new Rehearsal(load);
      const firings = steps.map(({ service, wait }) => ({ service, at: step(wait) }));
      const { told } = tell(firings, rehearsal);
      expect(told.every(({ incident }) => incident !== null)).toBe(true);
      for (const incident of rehearsal.incidents.values()) {
        const own = rehearsal.events.filter(({ incidentId }) => incidentId === incident.id);
        expect(foldTimeline(own)).toMatchObject(lifecycleOf(incident));
        if (incident.mergedInto === null) continue;
        merges += 1;
        expect(incident).toMatchObject({ status: 'RESOLVED', resolvedByRule: true });
        expect(own.findLast(({ kind }) => kind === 'MERGED')?.ruleId).toBe('correlation.merge');
        expect(rehearsal.incidents.get(incident.mergedInto)?.historical).toBe(incident.historical);
      }
    }),
    { numRuns: 40, seed: 11 },
  );
  expect(merges).toBeGreaterThan(5);
});
