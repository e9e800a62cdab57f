import { describe, expect, test } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import { emptyCatalogue } from './catalogue.ts';
import { decideLoadV2 } from './loadV2.ts';
import { type Policy, presets } from './policy.ts';
import { noon, reading, storedSignal } from './testing/fixtures.ts';

const load = presets['load-v2'];

const alone = {
  baseline: null,
  incident: null,
  othersFiring: 0,
  blast: null,
  catalogue: emptyCatalogue,
  learned: null,
};

function decided(changes: Partial<NewSignal>, policy: Policy = load, othersFiring = 0) {
  const context = { ...alone, othersFiring, now: noon, policy, policyVersion: 2 };
  return decideLoadV2(storedSignal(changes), context);
}

const decision = (changes: Partial<NewSignal>, policy?: Policy) => decided(changes, policy).decision;

describe('the reason', () => {
  test.each<[string, Partial<NewSignal>, string]>([
    ['of a report', { reportedSeverity: 'HIGH' }, 'reported HIGH'],
    ['of calm readings', { metrics: [reading('cpu_percent', 10, 80, 95)] }, 'no reading is unusual'],
    [
      'of calm readings and a report',
      { metrics: [reading('cpu_percent', 10, 80, 95)], reportedSeverity: 'HIGH' },
      'no reading is unusual and reported HIGH',
    ],
    ['of a report that is hardly believed', { confidence: 0.4 }, 'reported HIGH and probe is 40 % sure'],
    ['of a report that is half believed', { confidence: 0.5 }, 'reported HIGH'],
    [
      'of readings, a report and a doubt',
      { metrics: [reading('cpu_percent', 10, 80, 95)], reportedSeverity: 'HIGH', confidence: 0.1 },
      'no reading is unusual, reported HIGH and probe is 10 % sure',
    ],
  ])('%s', (_, changes, reason) => {
    expect(decision(changes).reason).toBe(reason);
  });

  test('names the two readings that weigh most, the heavier one first', () => {
    const metrics = [
      reading('disk_percent', 91, 90, 100),
      reading('cpu_percent', 99, 80, 95),
      reading('memory_percent', 93, 80, 95),
    ];
    const { reason } = decided({ metrics }, load, 20).decision;
    expect(reason).toContain('cpu_percent');
    expect(reason.indexOf('cpu_percent')).toBeLessThan(reason.indexOf('memory_percent'));
    expect(reason).not.toContain('disk_percent');
    expect(reason).not.toContain('alerts');
  });
});

test('a signal without readings has no load, and what is learned says nothing of it', () => {
  expect(decided({}).load).toBeNull();
  expect(decided({ metrics: [reading('cpu_percent', 10, 80, 95)] }).load).not.toBeNull();
  const learned = {
    version: 1,
    features: [],
    cuts: [{ severity: 'HIGH' as const, bias: 1, weights: [] }],
    otherwise: 'LOW' as const,
  };
  const by = (changes: Partial<NewSignal>) =>
    decideLoadV2(storedSignal(changes), { ...alone, learned, now: noon, policy: load, policyVersion: 1 }).decision
      .shadow;
  expect(by({})).toBeUndefined();
  expect(by({ metrics: [reading('cpu_percent', 10, 80, 95)] })).toMatchObject({ severity: 'HIGH', modelVersion: 1 });
});
