import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** For the mutation run only: the tests of the engines, as they run for each of thousands of mutants. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['server/src/engines/**/*.test.ts'],
    // A whole day of readings and a hundred thousand services: each takes longer than all the other tests of what it covers.
    exclude: ['server/src/engines/serverMetrics.test.ts', 'server/src/engines/topologyBounds.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['test/mutation/seed.ts'],
    // Mutants are told apart by a global variable, so the files of one run can share the modules.
    isolate: false,
  },
});
