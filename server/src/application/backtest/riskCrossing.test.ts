import { describe, expect, test } from 'vitest';
import type { Incident } from '../../domain/incident.ts';
import { riskOf } from '../../engines/risk.ts';
import { minute, openedIncident, policyWith } from '../../engines/testing/fixtures.ts';
import { earliestCrossing } from './riskCrossing.ts';

const policy = policyWith({ risk: { escalateAt: 0.3 } });
const opened = openedIncident({}, policy);

describe('an incident crosses the threshold by its age', () => {
  test('when its risk is there, and not a minute before', () => {
    const at = earliestCrossing(opened, policy, minute(0));
    expect(at).toEqual(minute(18));
    expect(riskOf(opened, policy, minute(18)).risk).toBeGreaterThanOrEqual(0.3);
    expect(riskOf(opened, policy, minute(17)).risk).toBeLessThan(0.3);
  });

  test('the sooner the more there is beside it', () => {
    const reopened: Incident = { ...opened, reopenCount: 1 };
    expect(earliestCrossing(reopened, policy, minute(0))?.getTime()).toBeLessThan(minute(18).getTime());
  });

  test('no sooner than it flaps by then', () => {
    const { memory } = opened;
    const flapping = { ...opened, memory: { ...memory, stateChanges: 3, loadAtMs: minute(0).getTime() } };
    const first = earliestCrossing(flapping, policy, minute(0)) ?? minute(60);
    expect(riskOf(flapping, policy, first).risk).toBeLessThan(0.3);
    const second = earliestCrossing(flapping, policy, first) ?? minute(60);
    expect(second.getTime()).toBeGreaterThan(first.getTime());
    expect(second.getTime()).toBeLessThan(minute(18).getTime());
  });

  test.each<[string, Partial<Incident>, object, number]>([
    ['that somebody has in hand', { status: 'ACKNOWLEDGED' }, {}, 0],
    ['that waits for no step', { nextEscalationAt: null }, {}, 0],
    ['of the past', { historical: true }, {}, 0],
    ['that is over it already', { risk: 0.4 }, {}, 0],
    ['where age weighs too little', {}, { time: { weight: 0.2 } }, 0],
    ['whose age counts no more', {}, { time: { weight: 0.299 } }, 40],
    ['where no risk escalates', {}, { escalateAt: null }, 0],
  ])('never one %s', (_, changes, risk, from) => {
    const other = policyWith({ risk: { escalateAt: 0.3, ...risk } });
    expect(earliestCrossing({ ...opened, ...changes }, other, minute(from))).toBeNull();
  });
});
