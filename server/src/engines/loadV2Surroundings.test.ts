import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tier } from '../domain/service.ts';
import { severities } from '../domain/severity.ts';
import type { NewSignal } from '../domain/signal.ts';
import { blastRadiusOf } from './blastRadius.ts';
import { type Catalogue, catalogueOf, emptyCatalogue } from './catalogue.ts';
import { decideLoadV2 } from './loadV2.ts';
import { presets } from './policy.ts';
import { noon, policyWith, reading, storedSignal } from './testing/fixtures.ts';

const load = presets['load-v2'];
const alone = {
  baseline: null,
  incident: null,
  othersFiring: 0,
  blast: null,
  catalogue: emptyCatalogue,
  learned: null,
};

const amount = fc.double({ noNaN: true, noDefaultInfinity: true });
const metric = fc.record({
  name: fc.constantFrom('error_rate', 'cpu_percent', 'success_rate', 'burn_rate_long', 'affected_dependents', 'x'),
  value: amount,
  unit: fc.constant(null),
  warning: fc.option(amount),
  critical: fc.option(amount),
});
const anySignal = fc.record({
  metrics: fc.uniqueArray(metric, { maxLength: 4, selector: ({ name }) => name }),
  reportedSeverity: fc.option(fc.constantFrom(...severities)),
  confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});

describe('the catalogue', () => {
  const service = (name: string, tier: Tier, dependsOn: readonly string[] = []) => {
    return { name, tier, owner: null, description: null, dependsOn };
  };
  const shop = catalogueOf(
    [
      service('checkout', 1),
      service('web', 2, ['checkout']),
      service('app', 2, ['checkout']),
      service('ads', 4, ['web']),
    ],
    1,
  );
  const metrics = [reading('cpu_percent', 95, 80, 95)];

  function decidedIn(
    catalogue: Catalogue,
    changes: Partial<NewSignal>,
    affected: readonly string[] = [],
    policy = load,
  ) {
    const signal = storedSignal(changes);
    const open = new Map(affected.map((name) => [name, 1]));
    const blast = blastRadiusOf(catalogue, signal.service, open, policy);
    return decideLoadV2(signal, { ...alone, catalogue, blast, now: noon, policy, policyVersion: 1 });
  }
  const noteOf = (name: string, { decision: { factors } }: ReturnType<typeof decidedIn>) =>
    factors.find((factor) => factor.name === name)?.note;

  test.each([
    ['checkout', 1, 1],
    ['web', 0.9, 0.75],
    ['ads', 0.7, 0.25],
    ['not in it', 0.8, 0.5],
  ])('gives %s the criticality of its tier', (name, multiplier, criticality) => {
    const { decision } = decidedIn(shop, { metrics, service: name });
    expect(decision.factors.find((factor) => factor.name === 'criticality')).toMatchObject({
      value: criticality,
      weight: expect.closeTo(multiplier, 9),
    });
  });

  test('is overruled by what the policy says of a service by name', () => {
    const policy = policyWith({ severity: { criticality: { services: { checkout: 0 } } } });
    expect(noteOf('criticality', decidedIn(shop, { metrics }, [], policy))).toBe('checkout has criticality 0');
    expect(noteOf('criticality', decidedIn(shop, { metrics }))).toBe('checkout has criticality 1 (tier 1)');
  });

  test.each([
    [[], undefined, 0],
    [['web'], '1 of 3 dependents affected', Math.log2(2) / 2],
    [['web', 'ads', 'db'], '2 of 3 dependents affected', Math.log2(3) / 2],
    [['web', 'app', 'ads'], '3 of 3 dependents affected', 1],
  ] as const)('counts the dependents in trouble: %j', (affected, note, load) => {
    const decided = decidedIn(shop, { metrics }, affected);
    expect(noteOf('blast_radius', decided)).toBe(note);
    expect(decided.decision.stress).toBeCloseTo(100 * (1 - 0.4 * (1 - 0.4 * load)), 9);
  });

  test('gives way to what the sender counted, and to what fires in the incident when that is more', () => {
    const given = [...metrics, reading('affected_dependents', 0)];
    expect(noteOf('blast_radius', decidedIn(shop, { metrics: given }, ['web', 'app']))).toBeUndefined();
    const context = { ...alone, now: noon, policy: load, policyVersion: 1, catalogue: shop, othersFiring: 5 };
    const decided = decideLoadV2(storedSignal({ metrics }), { ...context, blast: { affected: 2, dependents: 3 } });
    expect(noteOf('blast_radius', decided)).toBe('5 others affected');
  });

  test('calls no service at rest sick because those that depend on it are', () => {
    const calm = decidedIn(shop, { metrics: [reading('cpu_percent', 10, 80, 95)] }, ['web', 'app', 'ads']);
    expect(calm).toMatchObject({ calm: true, decision: { severity: 'LOW', score: 0, stress: 0 } });
    expect(decidedIn(shop, { metrics }, ['web']).calm).toBe(false);
  });

  test('leaves the contributions adding up to the score, whatever it says', () => {
    fc.assert(
      fc.property(anySignal, fc.subarray(['web', 'app', 'ads']), (changes, affected) => {
        const { score, factors } = decidedIn(shop, changes, affected).decision;
        const sum = factors.reduce((all, { contribution }) => all + contribution, 0);
        expect(Math.abs(sum - score)).toBeLessThan(1e-9);
      }),
    );
  });

  test('never makes it less severe that more dependents are in trouble', () => {
    fc.assert(
      fc.property(anySignal, (changes) => {
        const scores = [[], ['web'], ['web', 'app'], ['web', 'app', 'ads']].map(
          (affected) => decidedIn(shop, changes, affected).decision.score,
        );
        expect(scores.every((score, place) => score >= (scores[place - 1] ?? 0) - 1e-12)).toBe(true);
      }),
    );
  });
});

test('a model speaks beside the rules and changes nothing of what they say', () => {
  const cut = { severity: 'HIGH' as const, bias: 1, weights: [2] };
  const feature = { metric: 'cpu_percent', kind: 'threshold' as const, mean: 0, sd: 1 };
  const learned = { version: 7, features: [feature], cuts: [cut], otherwise: 'LOW' as const };
  const context = { ...alone, now: noon, policy: load, policyVersion: 1 };
  const signal = storedSignal({ metrics: [reading('cpu_percent', 95, 80, 95)] });
  const { shadow, ...decision } = decideLoadV2(signal, { ...context, learned }).decision;
  expect(decision).toEqual(decideLoadV2(signal, context).decision);
  expect(shadow).toMatchObject({ severity: 'HIGH', modelVersion: 7 });
  expect(shadow?.probability).toBeCloseTo(1 / (1 + Math.exp(-3)), 9);
  expect(decideLoadV2(storedSignal(), { ...context, learned }).decision).not.toHaveProperty('shadow');
});
