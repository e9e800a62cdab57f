import { expect, test } from 'vitest';
import { type ComparedFigures, metricsChange } from './metricsChange.ts';

const figures: ComparedFigures = {
  opened: 4,
  acknowledged: 2,
  resolved: 3,
  reopened: 0,
  escalated: 1,
  mtta: 100,
  mttaP50: 80,
  mttr: 1_000,
  mttrP50: 900,
  timeToRespond: 60,
  timeToRespondP50: 50,
};

test('a change is a share of what was', () => {
  expect(metricsChange({ ...figures, opened: 5, acknowledged: 1, mtta: 200 }, figures)).toMatchObject({
    opened: 0.25,
    acknowledged: -0.5,
    resolved: 0,
    mtta: 1,
    mttr: 0,
  });
});

test('nothing is a share of nothing, nor of what is not known', () => {
  const unknown = { ...figures, mtta: null };
  expect(metricsChange(figures, unknown)).toMatchObject({ reopened: null, mtta: null, mttaP50: 0 });
  expect(metricsChange(unknown, figures)).toMatchObject({ mtta: null });
  expect(metricsChange({ ...figures, escalated: 0 }, figures).escalated).toBe(-1);
});
