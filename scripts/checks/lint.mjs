import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolders, filesBelow, inTemporaryFolder, layOut, root, runTool } from './tree.mjs';

const biome = 'node_modules/@biomejs/biome';
const longestFile = 300;

/** Formatting, lint rules and the order of imports. */
export function lint() {
  const { ok, output } = runTool(biome, ['check', '--error-on-warnings', '--max-diagnostics=100', '.']);
  return ok ? [] : [output];
}

/** A rule that is configured wrongly finds nothing, which looks like clean code: each of these must be found. */
const violations = {
  'server/src/engines/clock.ts': ['export const now = () => Date.now();', 'Engines and domain take time'],
  'server/src/engines/date.ts': ['export const now = () => new Date();', 'Engines and domain take time'],
  'server/src/engines/chance.ts': ['export const pick = () => Math.random();', 'Engines and domain take time'],
  'server/src/domain/console.ts': ["export const say = () => console.log('x');", 'noRestrictedGlobals'],
  'server/src/feed/environment.ts': ['export const home = process.env.HOME;', 'noProcessEnv'],
  'server/src/feed/anything.ts': ['export const parse = (value: any): string => value;', 'noExplicitAny'],
  'server/src/feed/bang.ts': ['export const first = (list: string[]): string => list[0]!;', 'noNonNullAssertion'],
  'server/src/feed/byDefault.ts': ['export default 1;', 'noDefaultExport'],
  'server/src/feed/barrel.ts': ["export * from './environment.ts';", 'noBarrelFile'],
  'server/src/feed/snake_case.ts': ['export const one = 1;', 'useFilenamingConvention'],
  'test/e2e/skipped.test.ts': ["import { test } from 'vitest';\n\ntest.skip('later', () => {});", 'noSkippedTests'],
};

export function lintBites() {
  return inTemporaryFolder((folder) => {
    const files = Object.entries(violations).map(([path, [text]]) => [path, `${text}\n`]);
    layOut(folder, Object.fromEntries(files), ['biome.json', '.ci/pureEngines.grit']);
    const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'];
    const lines = runTool(biome, args, { cwd: folder }).output.split('\n');
    return Object.entries(violations)
      .filter(([path, [, expected]]) => !lines.some((line) => line.includes(path) && line.includes(expected)))
      .map(([path, [text, expected]]) => `${expected} did not find "${text}" in ${path}`);
  });
}

/** A file that grew past this holds more than one idea. */
export function fileLengths() {
  return codeFolders
    .flatMap((folder) => filesBelow(folder, /\.(ts|tsx|mjs)$/))
    .filter((path) => !path.includes('__generated__'))
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path} has ${lines} lines: split what is longer than ${longestFile} by meaning`);
}
