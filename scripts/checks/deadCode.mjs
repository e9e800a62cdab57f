import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolders, filesBelow, root, runTool } from './tree.mjs';

/** Files, exports and dependencies that nothing uses, and dependencies that are used and not declared. */
export function deadCode() {
  const { ok, output } = runTool('node_modules/knip', ['--no-progress', '--no-config-hints'], {
    program: 'knip',
  });
  return ok ? [] : [output];
}

/** Operations that nobody sends. Knip cannot say, because it leaves generated files alone. */
export function unusedOperations() {
  const sources = codeFolders
    .flatMap((folder) => filesBelow(folder, /\.tsx?$/))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const written = sources.filter(({ path }) => !path.includes('/__generated__/'));
  return sources
    .filter(({ path }) => path.endsWith('/__generated__/operations.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export const (\w+Document)\b/gm)].map(([, name]) => ({ path, name })),
    )
    .filter(({ name }) => !written.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)))
    .map(({ path, name }) => `${path}: nobody sends ${name}`);
}
