import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Our own code: packages and scripts, as paths from the root. Not what is generated, built or installed. */
export const codeFolders = ['schema', 'server', 'web', 'test', 'scripts'];

const notOurs = new Set(['node_modules', 'dist', 'coverage']);

/** The files below a folder of the repository (or of another place) whose names match, as sorted paths from there. */
export function filesBelow(folder, pattern, base = root) {
  if (!existsSync(join(base, folder))) return [];
  const found = [];
  for (const entry of readdirSync(join(base, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !notOurs.has(entry.name)) found.push(...filesBelow(path, pattern, base));
    if (entry.isFile() && pattern.test(entry.name)) found.push(path);
  }
  return found.sort();
}

/** Runs a package's program with this Node. `package` is its folder's path from the root. */
export function runTool(packageFolder, args, { cwd = root, program } = {}) {
  const folder = join(root, packageFolder);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : program ? bin[program] : Object.values(bin)[0];
  return run(process.execPath, [join(folder, file), ...args], { cwd });
}

/** Runs to the end with no terminal, so that nothing waits for an answer. */
export function run(command, args, { cwd = root } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const note = error ? `\n${error.message}` : '';
  return { ok: status === 0, stdout, output: `${stdout}${stderr}${note}`.trim() };
}

/** Calls back with an empty folder and removes it afterwards. */
export function inTemporaryFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-check-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lays out files (`{ path: text }`) and copies of the repository's own below a folder. */
export function layOut(folder, files, copies = []) {
  for (const path of copies) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
