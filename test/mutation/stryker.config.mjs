/**
 * Changes the decision engines in small ways and counts how many of the changes their tests notice. Paths are relative to the root,
 * where `npm run mutation` starts it.
 */
const output = 'coverage/mutation';

export default {
  // Files that only the tests import show nothing about the tests.
  mutate: ['server/src/engines/**/*.ts', '!server/src/engines/**/*.test.ts', '!server/src/engines/testing/**'],
  testRunner: 'vitest',
  // By its address: a bare name would be looked for beside Stryker, where pnpm puts only what Stryker declares.
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  // Which tests run follows from what they cover; looking for related files as well would take longer than most tests.
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once, when a module loads, belongs to no test: presets and schemas. Each such mutant would ask all the tests.
  ignoreStatic: true,
  concurrency: 2,
  // A mutant may make a loop endless; a slow machine must not look like one.
  timeoutMS: 5_000,
  timeoutFactor: 3,
  thresholds: { high: 90, low: 80, break: 80 },
  // `npm run mutation -- --force` asks all mutants again.
  incremental: true,
  incrementalFile: `${output}/incremental.json`,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `${output}/report.html` },
  jsonReporter: { fileName: `${output}/report.json` },
  // Below `coverage/`, which git, and with it every check, leaves alone.
  tempDirName: `${output}/sandbox`,
  ignorePatterns: ['.vigil', 'coverage', 'dist'],
};
