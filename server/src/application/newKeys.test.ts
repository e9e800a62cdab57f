import { expect, test } from 'vitest';
import { NewKeys } from './newKeys.ts';

test('keys are taken for new until one was seen before, and again after sixteen batches without', () => {
  const keys = new NewKeys();
  expect(keys.areLikely).toBe(true);
  keys.found({ anySeen: false });
  expect(keys.areLikely).toBe(true);
  keys.found({ anySeen: true });
  for (let batch = 0; batch < 16; batch += 1) {
    expect(keys.areLikely).toBe(false);
    keys.found({ anySeen: false });
  }
  expect(keys.areLikely).toBe(true);
});
