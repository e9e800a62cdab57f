import { describe, expect, test } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import type { DecayedBaseline } from './decayedBaseline.ts';
import { presets } from './policy.ts';
import { ownStress, type Spread, stressOf } from './stress.ts';
import { minute, noon, openedIncident, policyWith, reading, storedSignal } from './testing/fixtures.ts';

const load = presets['load-v2'];
const alone: Spread = { othersFiring: 0, blast: null };

/** Of a metric that has been read often enough to know what is usual. */
function usually(name: string, mean: number, sd: number): DecayedBaseline {
  const metric = { name, weight: 10, mean, squares: 10 * sd ** 2, readings: 10, atMs: noon.getTime() };
  return { kind: 'decayed', metrics: [metric] };
}

function partsOf(
  metrics: readonly ReturnType<typeof reading>[],
  {
    baseline = null as DecayedBaseline | null,
    spread = alone,
    policy = load,
    incident = null as Incident | null,
    at = 0,
  },
) {
  return stressOf(storedSignal({ metrics }), baseline, incident, spread, minute(at), policy).parts;
}

describe('a reading against its thresholds', () => {
  test.each([
    // name, value, warning, critical: load, threshold that it is shown with, whether it is worth a mention, words
    ['below both', 10, 80, 90, 0, 80, false, 'is within its threshold 80'],
    ['on the warning', 80, 80, 90, 0, 80, false, 'is within its threshold 80'],
    ['between them', 85, 80, 90, 0.5, 80, true, 'is past warning 80'],
    ['on critical', 90, 80, 90, 1, 90, true, 'is past critical 90'],
    ['past critical', 99, 80, 90, 1, 90, true, 'is past critical 90'],
    ['on a warning alone', 80, 80, null, 0, 80, false, 'is within its threshold 80'],
    ['past a warning alone', 81, 80, null, 0.5, 80, true, 'is past warning 80'],
    ['far past a warning alone', 810, 80, null, 0.5, 80, true, 'is past warning 80'],
    ['below a critical alone', 89, null, 90, 0, 90, false, 'is within its threshold 90'],
    ['on a critical alone', 90, null, 90, 1, 90, true, 'is past critical 90'],
    ['past a critical alone', 91, null, 90, 1, 90, true, 'is past critical 90'],
    ['below two that are one', 79, 80, 80, 0, 80, false, 'is within its threshold 80'],
    ['on two that are one', 80, 80, 80, 1, 80, true, 'is past critical 80'],
    ['past two that are one', 81, 80, 80, 1, 80, true, 'is past critical 80'],
    ['where low is bad, above both', 9, 8, 4, 0, 8, false, 'is within its threshold 8'],
    ['where low is bad, between them', 6, 8, 4, 0.5, 8, true, 'is past warning 8'],
    ['where low is bad, on critical', 4, 8, 4, 1, 4, true, 'is past critical 4'],
  ] as const)('%s', (_, value, warning, critical, expected, threshold, unusual, words) => {
    expect(partsOf([reading('cpu', value, warning, critical)], {})).toMatchObject([
      { load: expected, threshold, unusual, own: true, weight: 0.6, note: `cpu ${value} ${words}` },
    ]);
  });
});

describe('a reading against what is usual', () => {
  test.each([
    // name, metric, value, mean, sd: load, whether it is worth a mention, words
    ['as usual', 'cpu', 50, 50, 10, 0, false, 'as usual (50 against 50)'],
    ['less than one standard deviation above', 'cpu', 59, 50, 10, 0.18, false, 'as usual (59 against 50)'],
    ['one standard deviation above', 'cpu', 60, 50, 10, 0.2, true, '1 sd above usual (60 against 50)'],
    ['three above', 'cpu', 74, 50, 8, 0.6, true, '3 sd above usual (74 against 50)'],
    ['far above makes no more', 'cpu', 74, 50, 4, 0.6, true, '6 sd above usual (74 against 50)'],
    ['half as much again', 'cpu', 75, 50, 10, 0.5, true, '1.5× usual (75 against 50)'],
    ['below, where high is bad', 'cpu', 20, 50, 10, 0, false, 'as usual (20 against 50)'],
    ['below, where low is bad', 'free', 30, 50, 10, 0.4, true, '2 sd below usual (30 against 50)'],
    ['far above, where low is bad', 'free', 100, 50, 10, 0, false, 'as usual (100 against 50)'],
    ['above, where both are bad', 'traffic', 100, 50, 25, 0.4, true, '2× usual (100 against 50)'],
    ['below, where both are bad', 'traffic', 0, 50, 25, 0.4, true, '2 sd below usual (0 against 50)'],
    ['above a usual of nothing', 'cpu', 20, 0, 10, 0.4, true, '2 sd above usual (20 against 0)'],
    ['above a usual below nothing', 'cpu', 10, -10, 10, 0.4, true, '2 sd above usual (10 against -10)'],
  ] as const)('%s', (_, name, value, mean, sd, expected, unusual, words) => {
    const [part] = partsOf([reading(name, value)], { baseline: usually(name, mean, sd) });
    expect(part).toMatchObject({ threshold: mean, unusual, own: true, note: `${name} ${words}` });
    expect(part?.load).toBeCloseTo(expected, 12);
  });

  test('that does not vary at all deviates fully as soon as it is on the bad side', () => {
    const policy = policyWith({ baseline: { sdFloorOfMean: 0 }, stress: { metrics: [], otherSdFloor: 0 } });
    const loadOf = (value: number) => partsOf([reading('x', value)], { baseline: usually('x', 5, 0), policy })[0]?.load;
    expect([4, 5, 5.001].map(loadOf)).toEqual([0, 0, 0.6]);
  });

  test('has no load while nothing is known, and says so', () => {
    expect(partsOf([reading('cpu', 99)], {})).toMatchObject([
      { load: 0, threshold: null, unusual: false, note: 'cpu 99, with nothing to compare it with yet' },
    ]);
  });

  test('counts what is worse: its thresholds or what is usual', () => {
    const baseline = usually('cpu', 50, 10);
    expect(partsOf([reading('cpu', 82, 80, 90)], { baseline })).toMatchObject([
      { load: 0.6, threshold: 50, note: 'cpu 1.6× usual (82 against 50)' },
    ]);
    expect(partsOf([reading('cpu', 88, 80, 90)], { baseline })).toMatchObject([
      { load: 0.8, threshold: 80, note: 'cpu 88 is past warning 80' },
    ]);
    expect(partsOf([reading('cpu', 86, 80, 90)], { baseline })[0]?.note).toBe('cpu 86 is past warning 80');
  });
});

describe('an error budget', () => {
  test.each([
    [14.4, 20, 14.4, 1, true],
    [20, 14.4, 14.4, 1, true],
    [7.2, 30, 7.2, 0.5, true],
    [1, 30, 1, 1 / 14.4, false],
    [-2, 30, -2, 0, false],
  ])('that burns at %d over the long window and at %d over the short one', (long, short, value, expected, unusual) => {
    const metrics = [reading('cpu', 1, 2, 3), reading('burn_rate_long', long), reading('burn_rate_short', short)];
    const parts = partsOf(metrics, {});
    expect(parts).toMatchObject([
      { name: 'burn_rate', value, threshold: 14.4, weight: 1, unusual, own: true },
      { name: 'cpu', load: 0 },
    ]);
    expect(parts[0]?.note).toBe(`error budget burns ${value} times too fast`);
    expect(parts[0]?.load).toBeCloseTo(expected, 12);
  });
});

describe('what else happens', () => {
  const spread = (othersFiring: number, affected: number, dependents: number): Spread => ({
    othersFiring,
    blast: { affected, dependents },
  });

  test.each([
    [
      'the other alerts that fire, where the catalogue knows nothing',
      [],
      { ...alone, othersFiring: 10 },
      10,
      10,
      false,
      '10 others affected',
    ],
    [
      'the sender’s own count before all else',
      [reading('affected_dependents', 10)],
      spread(20, 3, 3),
      10,
      10,
      true,
      '10 others affected',
    ],
    ['the dependents that the catalogue names', [], spread(0, 5, 5), 5, 5, false, '5 of 5 dependents affected'],
    ['as many of them as fire', [], spread(5, 5, 5), 5, 5, false, '5 of 5 dependents affected'],
    ['what fires when the catalogue counts less', [], spread(10, 4, 5), 10, 10, false, '10 others affected'],
    ['a full ten of very many', [], spread(0, 10, 90), 10, 10, false, '10 of 90 dependents affected'],
  ] as const)('counts %s', (_, metrics, around, value, threshold, own, note) => {
    const parts = partsOf(metrics, { spread: around });
    expect(parts).toMatchObject([{ name: 'blast_radius', value, threshold, weight: 0.4, unusual: true, own, note }]);
    expect(parts[0]?.load).toBeCloseTo(1, 12);
  });

  test('is full with three at the fewest, though a service has a single dependent', () => {
    const [part] = partsOf([], { spread: spread(0, 1, 1) });
    expect(part).toMatchObject({ value: 1, threshold: 3, load: 0.5 });
  });

  test('speaks of one other in the singular', () => {
    expect(partsOf([], { spread: { ...alone, othersFiring: 1 } })[0]?.note).toBe('1 other affected');
  });

  test('is no part when nothing does', () => {
    expect(partsOf([], { spread: spread(0, 0, 4) })).toEqual([]);
    expect(partsOf([reading('affected_dependents', 0)], { spread: spread(0, 4, 4) })).toEqual([]);
  });

  test('a burst is told by its rates, corrected for how young the incident is', () => {
    const opened = openedIncident();
    const memory = { ...opened.memory, ratePerSecondFast: 10, ratePerSecondSlow: 0.1, loadAtMs: minute(1).getTime() };
    const parts = partsOf([], { incident: { ...opened, memory }, at: 1 });
    const [fast, slow] = [10 / (1 - Math.exp(-1)), 0.1 / (1 - Math.exp(-1 / 30))];
    expect(parts).toMatchObject([
      { name: 'burst', weight: 0.4, unusual: true, own: false, note: '15.8 signals a second' },
    ]);
    expect(parts[0]?.value).toBeCloseTo(fast, 9);
    expect(parts[0]?.threshold).toBeCloseTo(slow, 9);
    expect(parts[0]?.load).toBeCloseTo(Math.log2((fast + 0.1) / (slow + 0.1)) / 3, 9);
    const steady = { ...memory, ratePerSecondFast: 0.5 };
    expect(partsOf([], { incident: { ...opened, memory: steady }, at: 1 })).toEqual([]);
    expect(partsOf([], { incident: { ...opened, memory }, at: 0 })).toEqual([]);
  });
});

describe('the parts of the stress', () => {
  const metrics = [reading('error_rate', 0.055, 0.01, 0.1), reading('cpu', 90, 80, 100), reading('mem', 1, 80, 100)];
  const stress = stressOf(storedSignal({ metrics }), null, null, { ...alone, othersFiring: 10 }, noon, load);

  test('share it in proportion to −ln(1 − weight·load)', () => {
    const logs = [0.5, 0.3, 0, 0.4].map((weighted) => -Math.log(1 - weighted));
    const sum = logs.reduce((all, log) => all + log, 0);
    const total = 1 - 0.5 * 0.7 * 0.6;
    expect(stress.stress).toBeCloseTo(100 * total, 9);
    expect(stress.load).toBeCloseTo(1 - 0.5 * 0.7, 9);
    for (const [place, { share }] of stress.parts.entries()) {
      expect(share).toBeCloseTo((total * (logs[place] ?? 0)) / sum, 9);
    }
  });

  test('without what happens around the signal share what is left', () => {
    const own = ownStress(stress);
    expect(own.parts.map(({ name }) => name)).toEqual(['error_rate', 'cpu', 'mem']);
    expect(own.stress).toBeCloseTo(65, 9);
    expect(own.load).toBe(stress.load);
    expect(own.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(0.65, 9);
  });

  test('of nothing are nothing', () => {
    expect(stressOf(storedSignal(), null, null, alone, noon, load)).toEqual({ stress: 0, load: 0, parts: [] });
  });
});
