import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../domain/severity.ts';
import type { NewSignal } from '../domain/signal.ts';
import { emptyCatalogue } from './catalogue.ts';
import { decideLoadV2 } from './loadV2.ts';
import { type Policy, presets } from './policy.ts';
import { minute, newSignal, noon, openedIncident, policyWith, reading, storedSignal } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

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

/** After an hour of usual readings, one a minute. */
function afterUsual(name: string, usual: number, now: number, changes: Partial<NewSignal> = {}) {
  const rehearsal = new Rehearsal(load);
  for (let at = 0; at < 60; at += 1) rehearsal.signal(newSignal({ metrics: [reading(name, usual)] }), minute(at));
  return rehearsal.signal(newSignal({ metrics: [reading(name, now)], ...changes }), minute(60)).decision;
}

describe('a signal without readings', () => {
  test.each(severities)('keeps the severity %s that it reports, whatever the service is worth', (severity) => {
    for (const criticality of [0, 0.5, 1]) {
      const policy = policyWith({ severity: { criticality: { services: { checkout: criticality } } } });
      expect(decision({ reportedSeverity: severity }, policy).severity).toBe(severity);
    }
  });

  test('that reports nothing is taken as the policy says', () => {
    expect(decision({ reportedSeverity: null })).toMatchObject({
      severity: 'MEDIUM',
      reason: 'nothing reported: taken as MEDIUM',
    });
  });

  test('that is hardly sure of what it reports is not taken at its word', () => {
    expect(decision({ reportedSeverity: 'CRITICAL', confidence: 0.3 }).severity).toBe('CRITICAL');
    expect(decision({ reportedSeverity: 'CRITICAL', confidence: 0.29 }).severity).toBe('MEDIUM');
  });
});

describe('a signal with readings', () => {
  test.each([
    ['errors at their critical threshold', [reading('error_rate', 0.1, 0.01, 0.1)], 'CRITICAL'],
    ['latency halfway to critical', [reading('latency_p99_ms', 750, 500, 1_000)], 'MEDIUM'],
    ['a disk past critical', [reading('disk_used_percent', 99, 80, 95)], 'HIGH'],
    ['free space that is low, where low is bad', [reading('free_gb', 1, 10, 2)], 'HIGH'],
    ['only a warning passed', [reading('cpu_percent', 91, 90)], 'MEDIUM'],
    ['only a critical threshold reached', [reading('cpu_percent', 95, null, 95)], 'HIGH'],
    ['everything below its thresholds', [reading('cpu_percent', 10, 80, 95)], 'LOW'],
    ['two loads together', [reading('cpu_percent', 95, 80, 95), reading('mem_percent', 95, 80, 95)], 'HIGH'],
    [
      'a budget that burns over both windows',
      [reading('burn_rate_long', 14.4), reading('burn_rate_short', 20)],
      'CRITICAL',
    ],
    ['a budget that burns, over one window as far as is known', [reading('burn_rate_short', 14.4)], 'CRITICAL'],
    ['a budget that is won back', [reading('burn_rate_long', -2), reading('burn_rate_short', 20)], 'LOW'],
    ['a budget that burnt, but no more', [reading('burn_rate_long', 14.4), reading('burn_rate_short', 0)], 'LOW'],
  ] as const)('%s', (_, metrics, severity) => {
    expect(decision({ metrics }).severity).toBe(severity);
  });

  test('has the stress of the formula: 100·(1 − Π(1 − weight·load))', () => {
    const metrics = [reading('error_rate', 0.055, 0.01, 0.1), reading('cpu_percent', 95, 80, 95)];
    expect(decision({ metrics }).stress).toBeCloseTo(100 * (1 - (1 - 0.5) * (1 - 0.6)), 9);
  });

  test('has the score of the formula', () => {
    const metrics = [reading('error_rate', 0.055, 0.01, 0.1)];
    const { score } = decision({ metrics, reportedSeverity: 'LOW', confidence: 0.5 });
    expect(score).toBeCloseTo(0.5 * (0.55 * 0.5 + 0.45 * 0.1) * (0.6 + 0.4 * 0.5), 12);
  });

  test('deviates from what is usual', () => {
    expect(afterUsual('error_rate', 0.05, 0.41, { reportedSeverity: 'HIGH' }).reason).toBe(
      'error_rate 8.2× usual (0.41 against 0.05) and reported HIGH',
    );
    expect(afterUsual('error_rate', 0.05, 0.41).severity).toBe('HIGH');
    expect(afterUsual('error_rate', 0.05, 0.055)).toMatchObject({ severity: 'LOW', reason: 'no reading is unusual' });
    expect(afterUsual('rss_MB', 500, 560).reason).toBe('rss_MB 2.4 sd above usual (560 against 500)');
  });

  test.each([
    ['fewer successes', 'success_rate', 0.99, 0.5, 'success_rate 9.9 sd below usual (0.5 against 0.99)'],
    ['more successes', 'success_rate', 0.5, 0.99, 'no reading is unusual'],
    ['less free space', 'free_gb', 100, 60, 'free_gb 8 sd below usual (60 against 100)'],
    ['less traffic', 'requests_per_second', 200, 2, 'requests_per_second 19.8 sd below usual (2 against 200)'],
    ['more traffic', 'requests_per_second', 200, 500, 'requests_per_second 2.5× usual (500 against 200)'],
    ['less latency', 'latency_ms', 200, 2, 'no reading is unusual'],
    ['less of what nobody knows', 'widgets', 200, 2, 'no reading is unusual'],
  ])('is unusual on the side that is bad: %s', (_, name, usual, now, reason) => {
    expect(afterUsual(name, usual, now).reason).toBe(reason);
  });

  test('goes by its thresholds where they say which side is bad', () => {
    const afterThresholds = (warning: number, critical: number) => {
      const rehearsal = new Rehearsal(load);
      const metrics = (value: number) => [reading('success_rate', value, warning, critical)];
      for (let at = 0; at < 60; at += 1) rehearsal.signal(newSignal({ metrics: metrics(0.5) }), minute(at));
      return rehearsal.signal(newSignal({ metrics: metrics(0.8) }), minute(60)).decision.stress;
    };
    expect(afterThresholds(2, 3)).toBeGreaterThan(50);
    expect(afterThresholds(0.3, 0.2)).toBe(0);
  });

  test('that is not sure says so', () => {
    const { reason } = decision({ metrics: [reading('error_rate', 0.1, 0.01, 0.1)], confidence: 0.12 });
    expect(reason).toBe('error_rate 0.1 is past critical 0.1 and probe is 12 % sure');
  });

  test('is stressed more the wider it spreads', () => {
    const metrics = [reading('cpu_percent', 95, 80, 95)];
    const spread = [...metrics, reading('affected_dependents', 10)];
    expect(decision({ metrics: spread }).stress).toBeCloseTo(100 * (1 - 0.4 * 0.6), 9);
    expect(decided({ metrics }, load, 10).decision.stress).toBeCloseTo(100 * (1 - 0.4 * 0.6), 9);
  });

  test('is stressed by a burst, not by a steady stream', () => {
    const stressAfter = (gapsSeconds: readonly number[]) => {
      const rehearsal = new Rehearsal(load);
      const metrics = [reading('cpu_percent', 95, 80, 95)];
      let seconds = 0;
      let stress = 0;
      for (const gap of gapsSeconds) {
        seconds += gap;
        stress = rehearsal.signal(newSignal({ metrics }), minute(seconds / 60)).decision.stress;
      }
      return stress;
    };
    expect(stressAfter(Array(100).fill(5))).toBeCloseTo(60, 6);
    expect(stressAfter([...Array(100).fill(30), ...Array(100).fill(0.1)])).toBeGreaterThan(70);
  });
});

test('a floor lifts what it applies to', () => {
  const floor = {
    name: 'payments',
    severity: 'CRITICAL',
    services: ['checkout'],
    labels: { tier: '1' },
    minimumConfidence: 0,
  };
  const policy = policyWith({ severity: { floors: [floor] } });
  const labels = [{ name: 'tier', value: '1' }];
  expect(decision({ reportedSeverity: 'LOW', labels }, policy)).toMatchObject({
    severity: 'CRITICAL',
    score: 0.7,
    reason: 'reported LOW and floor payments: CRITICAL',
  });
  expect(decision({ reportedSeverity: 'LOW' }, policy).severity).toBe('LOW');
  expect(decision({ reportedSeverity: 'LOW', labels, service: 'search' }, policy).severity).toBe('LOW');
});

test('a score under the log line is calm unless the signal reports a severity', () => {
  expect(decided({ metrics: [reading('cpu_percent', 10, 80, 95)] }).calm).toBe(true);
  expect(decided({ metrics: [reading('cpu_percent', 10, 80, 95)], reportedSeverity: 'LOW' }).calm).toBe(false);
  expect(decided({ reportedSeverity: 'LOW' }).calm).toBe(false);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const metric = fc.record({
  name: fc.constantFrom(
    'error_rate',
    'cpu_percent',
    'rss_MB',
    'stack_latency_ms',
    'queue_depth',
    'burn_rate_long',
    'x',
  ),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  unit: fc.constant(null),
  warning: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  critical: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
});
const anySignal = fc.record({
  metrics: fc.uniqueArray(metric, { maxLength: 6, selector: ({ name }) => name }),
  reportedSeverity: fc.option(fc.constantFrom(...severities)),
  confidence: fc.option(share),
});
const rank = (changes: Partial<NewSignal>, policy?: Policy) => severities.indexOf(decision(changes, policy).severity);

describe('whatever the signal', () => {
  test('the contributions add up to the score, largest first, within 0 and 1', () => {
    fc.assert(
      fc.property(anySignal, fc.nat(20), (changes, othersFiring) => {
        const { score, factors, stress, severity } = decided(changes, load, othersFiring).decision;
        const sum = factors.reduce((all, { contribution }) => all + contribution, 0);
        expect(Math.abs(sum - score)).toBeLessThan(1e-9);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(stress).toBeGreaterThanOrEqual(0);
        expect(stress).toBeLessThanOrEqual(100);
        expect(severities).toContain(severity);
        expect(factors.map(({ contribution }) => contribution)).toEqual(
          factors.map(({ contribution }) => contribution).sort((a, b) => b - a),
        );
      }),
    );
  });

  test('the same signal is decided the same', () => {
    fc.assert(
      fc.property(anySignal, (changes) => {
        expect(decided(changes)).toStrictEqual(decided(changes));
      }),
    );
  });

  test('more confidence never lowers the severity', () => {
    fc.assert(
      fc.property(anySignal, share, share, (changes, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(rank({ ...changes, confidence: more })).toBeGreaterThanOrEqual(rank({ ...changes, confidence: less }));
      }),
    );
  });

  test('a higher reported severity never lowers it', () => {
    fc.assert(
      fc.property(anySignal, fc.nat(3), fc.nat(3), (changes, a, b) => {
        const of = (place: number) => rank({ ...changes, reportedSeverity: severities[place] ?? 'LOW' });
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
      }),
    );
  });

  test('a higher reading never lowers it where high is bad', () => {
    fc.assert(
      fc.property(anySignal, share, share, (changes, a, b) => {
        const of = (value: number) =>
          rank({ ...changes, metrics: [...changes.metrics, reading('disk_percent', value, 0.2, 0.8)] });
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
      }),
    );
  });

  test('a more critical service never has it lower', () => {
    const worth = (criticality: number) =>
      policyWith({ severity: { criticality: { services: { checkout: criticality } } } });
    const policies = [0, 0.25, 0.5, 0.75, 1].map(worth);
    fc.assert(
      fc.property(anySignal, (changes) => {
        const ranks = policies.map((policy) => rank(changes, policy));
        expect(ranks).toEqual([...ranks].sort());
      }),
    );
  });
});

test('an incident that has just opened has no burst', () => {
  const incident = openedIncident();
  const context = { ...alone, incident, now: noon, policy: load, policyVersion: 1 };
  expect(decideLoadV2(storedSignal(), context).decision.stress).toBe(0);
});
