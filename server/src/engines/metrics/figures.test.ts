import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Incident } from '../../domain/incident.ts';
import { minute, openedIncident } from '../testing/fixtures.ts';
import { sketchStats } from './durationStats.ts';
import { addFigures, countNames, durationNames, emptyFigures, type Figures, isEmpty, statusesOf } from './figures.ts';
import { addMeasure, measureOf } from './measure.ts';

const moments = fc.option(fc.nat({ max: 100_000 }).map((minutes) => minute(minutes)));
const incidents = fc
  .record({
    firstAcknowledgedAt: moments,
    firstSnoozedAt: moments,
    firstResolvedAt: moments,
    resolvedAt: fc.nat({ max: 100_000 }).map((minutes) => minute(minutes)),
    status: fc.constantFrom('OPEN', 'ACKNOWLEDGED', 'RESOLVED'),
    resolvedByRule: fc.constantFrom(true, false),
    historical: fc.boolean(),
    reopenCount: fc.nat({ max: 2 }),
  })
  .map((changes): Incident => ({ ...openedIncident(), ...changes }));

function figuresOf(some: readonly Incident[]): Figures {
  const figures = emptyFigures();
  for (const incident of some) addMeasure(figures, measureOf(incident));
  return figures;
}

function told({ counts, sketches }: Figures) {
  return { counts, sketches: durationNames.map((name) => [name, [...sketches[name].encoded()]]) };
}

test('figures of many are the sum of the figures of parts, and can be taken apart again', () => {
  fc.assert(
    fc.property(fc.array(incidents, { maxLength: 20 }), fc.array(incidents, { maxLength: 20 }), (some, others) => {
      const sum = figuresOf(some);
      addFigures(sum, figuresOf(others));
      expect(told(sum)).toEqual(told(figuresOf([...others, ...some])));
      addFigures(sum, figuresOf(some), -1);
      expect(told(sum)).toEqual(told(figuresOf(others)));
      addFigures(sum, figuresOf(others), -1);
      expect(isEmpty(sum)).toBe(true);
    }),
  );
});

test('what is recorded, pending and not applicable adds up to what was opened, and none is negative', () => {
  fc.assert(
    fc.property(fc.array(incidents, { maxLength: 20 }), (some) => {
      const figures = figuresOf(some);
      for (const name of [...durationNames, 'resolve'] as const) {
        const { recorded, pending, notApplicable } = statusesOf(figures, name);
        expect(recorded + pending + notApplicable).toBe(some.length);
        expect(Math.min(recorded, pending, notApplicable)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('figures of nothing are 0 and have no statistics', () => {
  const figures = emptyFigures();
  expect(countNames.map((name) => figures.counts[name])).toEqual(countNames.map(() => 0));
  expect(statusesOf(figures, 'resolve')).toEqual({ recorded: 0, pending: 0, notApplicable: 0 });
  expect(sketchStats(figures.sketches.acknowledge, 0).meanSeconds).toBeNull();
});
