import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow, inTemporaryFolder, layOut, root, run, runTool } from './tree.mjs';

/** What is generated from the contract and the operations must be committed as it is generated. */
export function codegenDrift() {
  return inTemporaryFolder((folder) => {
    const { ok, output } = run(process.execPath, ['--import', 'tsx', 'schema/codegen.ts', folder]);
    if (!ok) return [output];
    const generatedIn = (base) =>
      generatedFolders.flatMap((name) => filesBelow(name, /\.ts$/, base)).filter(isGenerated);
    const paths = new Set([...generatedIn(root), ...generatedIn(folder)]);
    const different = [...paths].filter((path) => text(join(folder, path)) !== text(join(root, path)));
    return different.map((path) => `${path} is not what \`npm run codegen\` writes`);
  });
}

const generatedFolders = ['schema', 'server', 'web'];
const isGenerated = (path) => path.includes('/__generated__/');
const text = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** The tables as declared and the migrations must come to the same. */
export function migrationDrift() {
  return inTemporaryFolder((folder) => {
    layOut(folder, {}, ['drizzle']);
    const cwd = join(root, 'server');
    // drizzle-kit takes `--out` for a path below the current folder, whatever it begins with.
    const args = ['generate', '--dialect=postgresql', '--schema=src/persistence/{tables,*Tables}.ts'];
    const { output } = runTool(
      'server/node_modules/drizzle-kit',
      [...args, `--out=${relative(cwd, join(folder, 'drizzle'))}`],
      { cwd },
    );
    // It also ends with 0 when it failed or asked a question that nobody answered: only these words mean that all is well.
    if (output.includes('No schema changes, nothing to migrate')) return [];
    return [
      `the tables in server/src/persistence/ and drizzle/ differ; make a migration with \`npm run migration\`.\n${output}`,
    ];
  });
}
