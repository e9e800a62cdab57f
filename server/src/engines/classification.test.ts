import { expect, test } from 'vitest';
import { classify } from './classification.ts';

test('answers are shared out by how many there are, and by nothing where there are none', () => {
  const answer = (predicted: boolean, actual: boolean) => ({ predicted, actual });
  const some = [answer(true, true), answer(true, true), answer(true, false), answer(false, true), answer(false, true)];
  expect(classify(some)).toEqual({
    ...{ n: 5, actual: 4, predicted: 3, right: 2 },
    ...{ precision: 2 / 3, recall: 0.5, f1: 4 / 7 },
  });
  expect(classify([answer(false, false)])).toMatchObject({ precision: null, recall: null, f1: null });
});
