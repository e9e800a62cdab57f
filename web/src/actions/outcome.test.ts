import { expect, test } from 'vitest';
import { type Outcome, summarize } from './outcome.ts';

const results = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, at) => ({
    target: { id: `i${at}`, number: at + 1, status: 'OPEN' as const, acknowledgedAt: null },
    outcome,
  }));
const done: Outcome = { kind: 'DONE' };
const refused: Outcome = { kind: 'REFUSED', message: 'No.' };

test.each([
  ['all', [done, done], '2 incidents acknowledged', undefined],
  ['one', [done], '1 incident acknowledged', undefined],
  ['some were', [done, { kind: 'ALREADY', by: 'Bo' }], '1 incident acknowledged, 1 already were', undefined],
  ['some mean nothing', [done, { kind: 'SKIPPED' }], '1 incident acknowledged, 1 left as they are', undefined],
  ['some are refused', [done, refused], '1 incident acknowledged, 1 refused', '#2: No.'],
] as const)('%s', (_name, outcomes, title, detail) => {
  expect(summarize('ACKNOWLEDGE', results(...outcomes))).toMatchObject({ title, detail });
});

test('of many reasons it tells the first three and how many more there are', () => {
  const { detail, isFailure } = summarize('RESOLVE', results(...Array.from({ length: 5 }, () => refused)));
  expect(detail).toBe('#1: No. · #2: No. · #3: No. · and 2 more');
  expect(isFailure).toBe(true);
});
