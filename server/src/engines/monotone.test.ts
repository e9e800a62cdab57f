import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../domain/severity.ts';
import { emptyCatalogue } from './catalogue.ts';
import { decideLoadV2, type LoadV2Context } from './loadV2.ts';
import { presets } from './policy.ts';
import { riskOf } from './risk.ts';
import { decideSeedV1 } from './seedV1.ts';
import { minute, openedIncident, policyWith, reading, storedSignal } from './testing/fixtures.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** The last digit may be another one: the order of the factors is. */
const rounding = 1e-12;
const rate = fc.double({ min: 0, max: 1_000, noNaN: true });
const load = presets['load-v2'];
const seed = presets['seed-v1'];
const incident = openedIncident();

/** Readings anywhere between calm and critical. */
const signal = fc
  .record({ cpu: share, errors: share, reported: fc.option(fc.constantFrom(...severities)) })
  .map(({ cpu, errors, reported }) =>
    storedSignal({
      reportedSeverity: reported,
      metrics: [reading('cpu_percent', cpu * 100, 50, 100), reading('error_rate', errors, 0, 1)],
    }),
  );

const alone: LoadV2Context = {
  baseline: null,
  incident: null,
  othersFiring: 0,
  blast: null,
  catalogue: emptyCatalogue,
  learned: null,
  now: minute(10),
  policy: load,
  policyVersion: 1,
};

describe('under load-v2 the score and the severity never fall because', () => {
  test.each<[string, (amount: number) => Partial<LoadV2Context>]>([
    ['more alerts fire in the incident', (amount) => ({ othersFiring: Math.floor(amount * 30) })],
    [
      'signals come faster than they did',
      (amount) => ({
        incident: {
          ...incident,
          memory: {
            ...incident.memory,
            loadAtMs: minute(10).getTime(),
            ratePerSecondFast: amount * 20,
            ratePerSecondSlow: 0.1,
          },
        },
      }),
    ],
  ])('%s', (_, context) => {
    fc.assert(
      fc.property(signal, share, share, (given, a, b) => {
        const of = (amount: number) => decideLoadV2(given, { ...alone, ...context(amount) }).decision;
        const [less, more] = [of(Math.min(a, b)), of(Math.max(a, b))];
        expect(more.score).toBeGreaterThanOrEqual(less.score - rounding);
        const fell = severities.indexOf(more.severity) < severities.indexOf(less.severity);
        expect(fell && more.score >= less.score).toBe(false);
      }),
    );
  });

  test('a metric weighs more', () => {
    fc.assert(
      fc.property(signal, share, share, (given, a, b) => {
        const of = (otherWeight: number) => {
          const policy = policyWith({ stress: { metrics: [], otherWeight } });
          return decideLoadV2(given, { ...alone, policy }).decision.score;
        };
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)) - rounding);
      }),
    );
  });
});

test('under seed-v1 a higher score never lowers the severity', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const of = (confidence: number) =>
        severities.indexOf(decideSeedV1(storedSignal({ confidence }), null, seed, 1).decision.severity);
      expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
    }),
  );
});

describe('the risk never falls because', () => {
  const at = { ...incident, memory: { ...incident.memory, loadAtMs: minute(0).getTime() } };
  test.each<[string, (amount: number) => number]>([
    ['nobody takes it into hand for longer', (amount) => riskOf(at, load, minute(amount)).risk],
    [
      'the load rises faster',
      (amount) =>
        riskOf({ ...at, memory: { ...at.memory, loadFast: amount / 1_000, loadSlow: 0 } }, load, minute(1)).risk,
    ],
    [
      'its alerts come and go more often',
      (amount) => riskOf({ ...at, memory: { ...at.memory, stateChanges: amount / 50 } }, load, minute(1)).risk,
    ],
    [
      'it was reopened more often',
      (amount) => riskOf({ ...at, reopenCount: Math.floor(amount / 100) }, load, minute(1)).risk,
    ],
  ])('%s', (_, riskAt) => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        expect(riskAt(Math.max(a, b))).toBeGreaterThanOrEqual(riskAt(Math.min(a, b)) - rounding);
        expect(riskAt(a)).toBeLessThanOrEqual(1 + rounding);
      }),
    );
  });
});
