import { expect, test } from 'vitest';
import { Caution } from './caution.ts';

test('caution is due from the first trouble on until there were sixteen batches without', () => {
  const caution = new Caution();
  expect(caution.isDue).toBe(false);
  caution.met(false);
  expect(caution.isDue).toBe(false);
  caution.met(true);
  for (let batch = 0; batch < 16; batch += 1) {
    expect(caution.isDue).toBe(true);
    caution.met(false);
  }
  expect(caution.isDue).toBe(false);
});
