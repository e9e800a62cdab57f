import { describe, expect, test } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import { presets } from './policy.ts';
import { decideSeedV1, severityOf } from './seedV1.ts';
import { minute, newSignal, policyWith, reading, storedSignal } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { type WindowBaseline, withReading } from './windowBaseline.ts';

const seed = presets['seed-v1'];

describe('the table of score and stress', () => {
  test.each([
    [0, 6, 'LOW'],
    [0.2999, 6, 'LOW'],
    [0.3, 1, 'MEDIUM'],
    [0.3, 2, 'HIGH'],
    [0.6999, 1, 'MEDIUM'],
    [0.6999, 6, 'HIGH'],
    [0.7, 0, 'HIGH'],
    [0.7, 2, 'HIGH'],
    [0.7, 3, 'CRITICAL'],
    [1, 6, 'CRITICAL'],
    [0.2999, null, 'LOW'],
    [0.3, null, 'MEDIUM'],
    [0.6999, null, 'MEDIUM'],
    [0.7, null, 'HIGH'],
    [1, null, 'HIGH'],
  ] as const)('score %d with stress %s is %s', (score, stress, severity) => {
    expect(severityOf(score, stress, seed)).toBe(severity);
  });
});

test('readings whose deviation is past all numbers leave factors that can be told', () => {
  const rehearsal = new Rehearsal(seed);
  const decisions = [1e308, -1e308, 5].map(
    (value, index) =>
      rehearsal.signal(newSignal({ metrics: [reading('cpu_percent', value)] }), minute(index / 12)).decision,
  );
  const thresholds = decisions.flatMap(({ factors }) => factors.map(({ threshold }) => threshold));
  expect(thresholds.filter((threshold) => threshold !== null && !Number.isFinite(threshold))).toEqual([]);
});

describe('the stress of a reading', () => {
  /** After 39 readings that are 9 and 11 in turn: mean 10, sd 1 but for the reading itself. */
  const stressAt = (cpu: number, rss: number) => {
    const rehearsal = new Rehearsal(seed);
    const send = (index: number, values: readonly [number, number]) => {
      const metrics = [reading('cpu_percent', values[0]), reading('rss_MB', values[1]), reading('stack_latency_ms', 5)];
      return rehearsal.signal(newSignal({ metrics, confidence: 0.8 }), minute(index / 12));
    };
    for (let index = 0; index < 39; index += 1) send(index, index % 2 === 0 ? [9, 9] : [11, 11]);
    return send(39, [cpu, rss]).decision;
  };

  test.each([
    [10, 10, 0],
    [11.5, 10, 1],
    [14, 10, 2],
    [14, 14, 4],
    [1, 1, 0],
  ])('cpu %d and rss %d make %d', (cpu, rss, stress) => {
    expect(stressAt(cpu, rss).stress).toBe(stress);
  });

  test('a metric that never changes makes none, and its factor says why', () => {
    const { factors } = stressAt(14, 14);
    expect(factors.find(({ name }) => name === 'stack_latency_ms')?.note).toBe('0 of 2 points (mean 5, sd 0)');
  });

  test('the score is all that contributes, and the factors come largest first', () => {
    const { score, factors, severity, reason } = stressAt(14, 14);
    expect(factors.map(({ name, contribution }) => [name, contribution])).toEqual([
      ['final_score', 0.8],
      ['cpu_percent', 0],
      ['rss_MB', 0],
      ['stack_latency_ms', 0],
    ]);
    expect({ score, severity, reason }).toEqual({
      score: 0.8,
      severity: 'CRITICAL',
      reason: 'score 0.8, stress 4 of 6',
    });
  });
});

describe('what a decision says', () => {
  const metrics = (cpu: number, rss?: number) => [
    reading('cpu_percent', cpu),
    ...(rss === undefined ? [] : [reading('rss_MB', rss)]),
  ];
  /** Readings a minute apart until noon, the last of them the signal’s own. */
  const decided = (readings: readonly number[], changes: Partial<NewSignal>, minimumReadings = 5) => {
    const policy = policyWith({ baseline: { minimumReadings } }, 'seed-v1');
    let baseline: WindowBaseline | null = null;
    for (const [place, cpu] of readings.entries()) {
      const atMs = minute(1 + place - readings.length).getTime();
      baseline = withReading(baseline, newSignal({ metrics: metrics(cpu, 5) }), atMs, policy);
    }
    return decideSeedV1(storedSignal(changes), baseline, policy, 1);
  };

  test.each([
    [null, 0.7, 'no confidence given: taken as 1'],
    [0.7, 0.7, 'confidence 0.7'],
    [0.6999, 0.3, 'confidence 0.7'],
    [0.1234, 0.3, 'confidence 0.123'],
  ])('a confidence of %s is compared with %d: %s', (confidence, threshold, note) => {
    const { factors } = decided([], { confidence }).decision;
    expect(factors[0]).toMatchObject({ name: 'final_score', threshold, note });
  });

  // Mean 10 and sd 2, the signal's own reading included: 8, 8, 10, 12, 12.
  test.each([
    [[8, 8, 12, 12, 10], 10, 0, 12],
    [[8, 8, 12, 10, 12], 12, 0, 12],
    [[0, 0, 0, 0, 10], 10, 1, 2 + 4.47213595],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 10], 10, 2, 1 + 2 * 3.16227766],
  ])('after %j a reading of %d has %d points of 2: the next one begins at %d', (readings, cpu, points, threshold) => {
    const { decision, load } = decided(readings, { metrics: metrics(cpu, 5), confidence: 0.5 });
    expect(decision.stress).toBe(points);
    expect(load).toBeCloseTo(points / 6, 9);
    const cpuFactor = decision.factors.find(({ name }) => name === 'cpu_percent');
    expect(cpuFactor).toMatchObject({ value: cpu, weight: 2, contribution: 0 });
    expect(cpuFactor?.threshold).toBeCloseTo(threshold, 6);
  });

  test('a metric that was not given has no points, and its factor says so', () => {
    const { factors, stress } = decided([1, 1, 1, 1, 9], { metrics: metrics(9) }).decision;
    expect(factors.find(({ name }) => name === 'rss_MB')).toMatchObject({ value: null, note: 'not given' });
    expect(stress).toBe(1);
  });

  test.each([
    [4, 5, 'score 0.5, only 4 readings to compare with'],
    [5, 5, 'score 0.5, stress 0 of 6'],
    [0, 5, 'score 0.5, only 0 readings to compare with'],
  ])('of %d readings %d are needed: %s', (count, minimumReadings, reason) => {
    const told = decided(Array(count).fill(10), { metrics: metrics(10, 5), confidence: 0.5 }, minimumReadings);
    expect(told.decision).toMatchObject({ reason, severity: 'MEDIUM' });
    expect(told.calm).toBe(false);
  });
});

test('without readings the score alone decides, and a signal without confidence has 1', () => {
  const decided = decideSeedV1(storedSignal(), null, seed, 3);
  expect(decided.decision).toMatchObject({ score: 1, severity: 'HIGH', stress: 0, policyVersion: 3 });
});

test('every firing signal is an incident of its own, a low one and one with a used dedup key too', () => {
  const rehearsal = new Rehearsal(policyWith({}, 'seed-v1'));
  for (const confidence of [0.1, 0.9]) {
    const verdict = rehearsal.signal(newSignal({ confidence, dedupKey: 'same', groupKey: 'same' }), minute(0));
    expect(verdict.outcome).toBe('OPENED');
  }
  expect(rehearsal.incidents.size).toBe(2);
});
