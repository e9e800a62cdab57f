import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './children.mjs';
import { root, say } from './root.mjs';

const stampFile = join(root, 'node_modules/.vigil-packages');
const installedFolders = [
  'node_modules/tsx',
  'schema/node_modules',
  'server/node_modules',
  'web/node_modules',
  'test/node_modules',
];

/** Installs what the lock file names unless this very lock file has been installed by a Node like this one. */
export async function installPackages() {
  const wanted = stampOfPackages();
  const complete = installedFolders.every((folder) => existsSync(join(root, folder)));
  const stamp = textOf(stampFile);
  if (complete && isInstalledLock() && (stamp ?? wanted) === wanted) {
    if (stamp === undefined) writeFileSync(stampFile, wanted);
    return 0;
  }

  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // What npm's cache holds is not asked for again: an exact version does not change.
  const args = ['-y', '--prefer-offline', packageManager, 'install', '--frozen-lockfile'];
  say(`installing packages (npx ${args.join(' ')})`);
  const code = await run([{ file: npx(), args, cwd: root, env: installEnvironment(), stdio: ['ignore', 2, 2] }]);
  if (code === 0) {
    writeFileSync(stampFile, wanted);
    return 0;
  }
  say(
    `the packages could not be installed (exit code ${code}); the reason stands above. ` +
      'The first start needs the npm registry: check the network and the proxy (HTTPS_PROXY, npm config get registry), ' +
      `that ${root} and npm's cache (npm config get cache) can be written to, and that the disk is not full.`,
  );
  return code;
}

/** pnpm keeps a copy of the lock file that it has installed, and writes it last: an installation by hand counts too. */
function isInstalledLock() {
  return textOf(join(root, 'node_modules/.pnpm/lock.yaml')) === textOf(join(root, 'pnpm-lock.yaml'));
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Native packages differ by Node's major version and by platform: a folder may be shared with a container. */
function stampOfPackages() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return [hash.digest('hex'), process.versions.modules, process.platform, process.arch].join(' ');
}

/** The one that belongs to this Node, which need not be on the PATH. */
function npx() {
  const own = join(dirname(process.execPath), 'npx');
  return existsSync(own) ? own : 'npx';
}

function installEnvironment() {
  // The tools that build and test are development dependencies, whatever the server will run as.
  const env = { NODE_ENV: 'development' };
  if (isWritable(homedir())) return env;
  // Service users and containers often have no home, where npm and pnpm want to keep their caches.
  const home = join(root, 'node_modules/.vigil-home');
  mkdirSync(home, { recursive: true });
  return { ...env, HOME: home, npm_config_cache: join(home, '.npm') };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
