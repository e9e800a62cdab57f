import { createRequire } from 'node:module';
import type FastCheck from 'fast-check';

// By require, since the mutation run puts this module in the place of `fast-check` for whoever imports it.
const fc: typeof FastCheck = createRequire(import.meta.url)('fast-check');
const mostRuns = 12;

/**
 * `fast-check` with fewer examples, the same ones each time, so that two runs of the same code have the same score. What fails ends at once:
 * nobody reads the smallest example.
 */
// biome-ignore lint/style/noDefaultExport: the tests import the default of `fast-check`.
export default {
  ...fc,
  assert: <Values>(property: FastCheck.IRawProperty<Values>, parameters: FastCheck.Parameters<Values> = {}) =>
    fc.assert(property, {
      seed: 1,
      ...parameters,
      numRuns: Math.min(parameters.numRuns ?? 100, mostRuns),
      endOnFailure: true,
    }),
};
