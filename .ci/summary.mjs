/** Adds up what the checks and the tests reported: `node summary.mjs FOLDER CHECKS_STATUS TESTS_STATUS`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, checksStatus, testsStatus] = process.argv.slice(2);

function report(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Vitest's JSON report. A skipped test proved nothing, and a file can fail without any of its tests: by a hook, a leak or its imports. */
function ofVitest({ testResults }) {
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.map((test) => test.status);
    return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own;
  });
  const passed = statuses.filter((status) => status === 'passed').length;
  return { passed, failed: statuses.length - passed };
}

/** A stage that ended badly without naming what failed crashed: that is one failure more. */
function stage(name, counts, status) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  const crashed = status !== '0' && failed === 0;
  if (crashed) process.stdout.write(`The ${name} crashed or did not run (status ${status})\n`);
  if (status === '0' && !counts) process.stdout.write(`The ${name} left no report\n`);
  return { passed, failed: failed + (crashed || !counts ? 1 : 0) };
}

const checks = stage('checks', report('checks.json'), checksStatus);
const vitest = report('tests.json');
const tests = stage('tests', vitest && ofVitest(vitest), testsStatus);
const failed = checks.failed + tests.failed;
process.stdout.write(`${checks.passed + tests.passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
