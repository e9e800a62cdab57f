import { describe, expect, test } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import { emptyCatalogue } from './catalogue.ts';
import { decideLoadV2 } from './loadV2.ts';
import { type Policy, presets } from './policy.ts';
import { newSignal, noon, policyWith, reading, storedSignal } from './testing/fixtures.ts';

function decision(changes: Partial<NewSignal>, policy: Policy = presets['load-v2'], catalogue = emptyCatalogue) {
  const alone = { baseline: null, incident: null, othersFiring: 0, blast: null, learned: null };
  const context = { ...alone, catalogue, now: noon, policy, policyVersion: 1 };
  return decideLoadV2(storedSignal(changes), context).decision;
}

const factorsOf = (...args: Parameters<typeof decision>) =>
  decision(...args).factors.map(({ name, weight, note }) => [name, weight, note]);

const floor = (name: string, severity: string, changes: object = {}) => ({
  name,
  severity,
  services: [],
  labels: {},
  minimumConfidence: 0,
  ...changes,
});
const floors = (...rules: readonly object[]) => policyWith({ severity: { floors: rules } });

describe('the factors say what made the score', () => {
  test('what is reported without readings has the whole weight', () => {
    expect(factorsOf({ reportedSeverity: 'HIGH', confidence: 0.5 })).toEqual([
      ['reported', 1, 'reported HIGH'],
      ['floor', 1, 'reported HIGH stands'],
      ['criticality', 0.8, 'checkout has criticality 0.5'],
      ['confidence', 0.5, 'probe is 50 % sure'],
    ]);
  });

  test('readings and what is reported share it as the policy says', () => {
    const policy = policyWith({ severity: { weights: { stress: 0.25, reported: 0.75 } } });
    const metrics = [reading('cpu_percent', 95, 80, 95)];
    expect(factorsOf({ reportedSeverity: 'LOW', metrics }, policy)).toEqual([
      ['cpu_percent', 0.6 * 0.25, 'cpu_percent 95 is past critical 95'],
      ['reported', 0.75, 'reported LOW'],
      ['criticality', 0.8, 'checkout has criticality 0.5'],
    ]);
  });

  test('a tier of the catalogue is named, a criticality that the policy gives is not', () => {
    const catalogue = { ...emptyCatalogue, tiers: new Map([['checkout', 1]] as const) };
    const note = (policy?: Policy) =>
      decision({}, policy, catalogue).factors.find(({ name }) => name === 'criticality');
    expect(note()?.note).toBe('checkout has criticality 1 (tier 1)');
    const named = policyWith({ severity: { criticality: { services: { checkout: 0.3 } } } });
    expect(note(named)?.note).toBe('checkout has criticality 0.3');
  });

  test('of fifty idle readings only as many are told as fill eight factors', () => {
    const idle = Array.from({ length: 50 }, (_, place) => reading(`widgets_${place}`, 1, 10, 20));
    expect(decision({ metrics: idle }).factors).toHaveLength(8);
    const busy = Array.from({ length: 20 }, (_, place) => reading(`widgets_${place}`, 11, 10, 20));
    expect(decision({ metrics: busy }).factors).toHaveLength(21);
  });
});

describe('of several floors', () => {
  const severe = floor('severe', 'CRITICAL');
  const mild = floor('mild', 'MEDIUM');

  test.each([
    ['the highest holds, wherever it stands', [mild, severe], 'floor severe: CRITICAL'],
    ['a lower one after it changes nothing', [severe, mild], 'floor severe: CRITICAL'],
    [
      'of two that are equal the first is named',
      [floor('first', 'HIGH'), floor('second', 'HIGH')],
      'floor first: HIGH',
    ],
    [
      'one for what is reported leaves a silent signal to the next',
      [floor('said', 'reported'), mild],
      'floor mild: MEDIUM',
    ],
    [
      'one for other services leaves it to the next',
      [floor('other', 'CRITICAL', { services: ['search'] }), mild],
      'floor mild: MEDIUM',
    ],
  ])('%s', (_, rules, note) => {
    const metrics = [reading('cpu_percent', 10, 80, 95)];
    expect(decision({ metrics }, floors(...rules)).factors[0]).toMatchObject({ name: 'floor', note });
  });

  test('a floor of LOW lifts nothing', () => {
    const factors = decision({ reportedSeverity: 'LOW' }, floors(floor('low', 'LOW'))).factors;
    expect(factors.map(({ name }) => name)).not.toContain('floor');
  });
});

test('a floor with labels asks for each by name and value', () => {
  const policy = floors(floor('gold', 'CRITICAL', { labels: { tier: 'gold', region: 'eu' } }));
  const severity = (labels: NewSignal['labels']) => decision({ reportedSeverity: 'LOW', labels }, policy).severity;
  const label = (name: string, value: string) => ({ name, value });
  expect(severity([label('region', 'eu'), label('tier', 'gold')])).toBe('CRITICAL');
  expect(severity([label('region', 'eu')])).toBe('LOW');
  expect(severity([label('region', 'eu'), label('tier', 'silver')])).toBe('LOW');
  expect(severity([label('region', 'eu'), label('colour', 'gold')])).toBe('LOW');
});

test('a score that is exactly a cut has the severity of the cut', () => {
  const policy = policyWith({
    severity: { floors: [], criticality: { base: 1, span: 0 }, reported: { MEDIUM: 0.5 }, cuts: { HIGH: 0.5 } },
  });
  expect(decision(newSignal({ reportedSeverity: 'MEDIUM' }), policy)).toMatchObject({ score: 0.5, severity: 'HIGH' });
});
