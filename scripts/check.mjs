/** The gate without the tests: runs every check, reports all that fail, and ends with how many passed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundaries, boundariesBite } from './checks/boundaries.mjs';
import { deadCode, unusedOperations } from './checks/deadCode.mjs';
import { documentedPaths } from './checks/documents.mjs';
import { codegenDrift, migrationDrift } from './checks/drift.mjs';
import { fileLengths, lint, lintBites } from './checks/lint.mjs';
import { packages, typeCheck } from './checks/types.mjs';

/** Each answers with what is wrong, in words; with an empty list when nothing is. */
const checks = {
  'format and lint': lint,
  'lint rules find violations': lintBites,
  'file lengths': fileLengths,
  'generated code is current': codegenDrift,
  ...Object.fromEntries(packages.map((name) => [`types of ${name}`, () => typeCheck(name)])),
  'import boundaries': boundaries,
  'import boundaries find violations': boundariesBite,
  'dead code': deadCode,
  'operations are used': unusedOperations,
  'migrations are current': migrationDrift,
  'documented paths exist': documentedPaths,
};

function problemsOf(check) {
  try {
    return check();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

const only = process.argv.slice(2);
const chosen = Object.entries(checks).filter(([name]) => only.length === 0 || only.some((part) => name.includes(part)));
let failed = 0;
for (const [name, check] of chosen) {
  const start = performance.now();
  const problems = problemsOf(check);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (problems.length > 0) failed += 1;
  process.stdout.write(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n`);
  for (const problem of problems) process.stdout.write(`${problem.replaceAll(/^/gm, '        ')}\n`);
}

const passed = chosen.length - failed;
const reportFolder = process.env.VIGIL_REPORT_DIR;
if (reportFolder) writeFileSync(join(reportFolder, 'checks.json'), JSON.stringify({ passed, failed }));
process.stdout.write(`\n${passed} ${passed === 1 ? 'check' : 'checks'} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
