import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keptThread } from './keptThread.ts';

/** A mutant is done with at the first test that fails, and small files are mostly quick and about one engine. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bytes = ({ moduleId }: TestSpecification) => statSync(moduleId).size;
    return files.toSorted((a, b) => bytes(a) - bytes(b));
  }
}

/** For the mutation run only: the tests of the engines, as they run for each of thousands of mutants. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL('fewerRuns.ts', import.meta.url)) }] },
  plugins: [keptThread],
  test: {
    include: ['server/src/engines/**/*.test.ts'],
    // Each takes longer than all the other tests of what it covers: a whole day of readings, a fit of thousands of samples, a hundred
    // thousand services, and thousands of signals that are learned from.
    exclude: ['serverMetrics', 'steps', 'topologyBounds', 'topology/uniteStories'].map(
      (name) => `server/src/engines/${name}.test.ts`,
    ),
    testTimeout: 60_000,
    setupFiles: ['test/mutation/mutantFromStart.ts'],
    // Mutants are told apart by a global variable, so the files of one run can share the modules.
    isolate: false,
    sequence: { sequencer: SmallestFirst },
  },
});
