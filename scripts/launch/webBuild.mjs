import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root, say } from './root.mjs';

const dist = join(root, 'web/dist');
const stampFile = join(dist, '.vigil-built-from');
const ownSources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'tsconfig.json'].map(
  (name) => `web/${name}`,
);

/** Builds the board unless it has been built from what is there now. */
export async function buildWeb() {
  const wanted = hashOf(sources());
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return 0;

  say('building the board');
  // Put in place when it is whole, so that a running server never sees half of it.
  const draft = join(root, `web/node_modules/.vigil-dist-${process.pid}`);
  const args = [
    join(root, 'web/node_modules/vite/bin/vite.js'),
    'build',
    '--outDir',
    draft,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  try {
    const env = { NODE_ENV: 'production' };
    const code = await run([{ file: process.execPath, args, cwd: join(root, 'web'), env, stdio: ['ignore', 2, 2] }]);
    if (code !== 0) {
      say(`the board could not be built (exit code ${code}); the reason stands above.`);
      return code;
    }
    writeFileSync(join(draft, '.vigil-built-from'), wanted);
    replace(dist, draft);
    return 0;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function replace(folder, successor) {
  const old = `${successor}-old`;
  mkdirSync(folder, { recursive: true });
  renameSync(folder, old);
  renameSync(successor, folder);
  rmSync(old, { recursive: true, force: true });
}

/** All files that the build reads, by path below the repository. */
function sources() {
  const contract = readdirSync(join(root, 'schema')).filter((name) => name.endsWith('.graphql'));
  const tops = [...ownSources, 'pnpm-lock.yaml', 'schema/src', ...contract.map((name) => `schema/${name}`)];
  return tops.filter((path) => existsSync(join(root, path))).flatMap(filesBelow);
}

function filesBelow(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}
