import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const reportFolder = process.env.VIGIL_REPORT_DIR;

/** All that the machine has; Vitest would leave one out. At most 4: each has a server, and some a browser. */
const allWorkers = Math.min(4, availableParallelism());
/** Runs after the projects with a lower number, as many files at a time as there are workers. */
const inTurn = (groupOrder: number) => ({ maxWorkers: allWorkers, sequence: { groupOrder } });
/** With one file more at a time: a third of the time such a file waits, for an attempt that is due in seconds or a process that starts. */
const waiting = (groupOrder: number) => ({ maxWorkers: allWorkers + 1, sequence: { groupOrder } });
const database = { globalSetup: ['test/support/sharedPostgres.ts'] };
const leaks = 'test/support/leaks.ts';
/** Vite would take graphql's other build than Node does, and two copies do not accept each other's schemas. */
const graphql = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') };

export default defineConfig({
  root,
  resolve: { alias: [graphql] },
  test: {
    pool: 'forks',
    // Files share what they import: most take longer to load the server than to test it, and nothing keeps state in a module.
    isolate: false,
    reporters: reportFolder ? ['default', ['json', { outputFile: `${reportFolder}/tests.json` }]] : ['default'],
    // A second, as it would be, says on a busy machine that something never comes which is only late.
    expect: { poll: { timeout: 10_000 } },
    // A run that finds nothing to test is a broken run, not a green one.
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'server/src/**/*.test.ts',
            'schema/**/*.test.ts',
            'web/src/**/*.test.{ts,tsx}',
            'test/support/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**'],
          setupFiles: [leaks],
          ...inTurn(0),
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          ...database,
          setupFiles: [leaks],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          ...waiting(1),
        },
      },
      {
        // What speaks GraphQL over HTTP, again: each request goes to both lanes, and the answers are the same byte for byte. What reaches
        // behind the contract, or waits for what comes with time, cannot be run by two servers at once.
        extends: true,
        test: {
          name: 'both lanes',
          include: ['graphql', 'badInput', 'maintenance', 'policy'].map((name) => `test/integration/${name}.test.ts`),
          ...database,
          setupFiles: [leaks, 'test/support/twins.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          ...waiting(1),
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          ...database,
          setupFiles: [leaks],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...inTurn(2),
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          ...database,
          setupFiles: [leaks, 'test/support/durable.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          ...waiting(3),
        },
      },
    ],
  },
});
