import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort, untilReady } from './foreignProcess.ts';

const run = promisify(execFile);
const packages = ['django==5.2.*', 'psycopg[binary]==3.*', 'gunicorn'];
/** Of the two cores, as many processes as there are of them, and enough threads that none waits for the disk alone. */
const serving = ['--preload', '--workers', '2', '--threads', '8', '--log-level', 'error'];
const startMs = 30_000;

/** Django with one insert a request, as processes of its own on a bare database. */
export interface DjangoPeer {
  /** Takes what a bridge sends to Vigil. */
  readonly url: string;
  close(): Promise<void>;
}

/** Throws, and says what is missing, where it can be neither found nor installed. */
export async function startDjango(databaseUrl: string): Promise<DjangoPeer> {
  const bin = await installed();
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(join(bin, 'gunicorn'), [...serving, '--bind', address, 'djangoPeer:application'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: bin, PYTHONDONTWRITEBYTECODE: '1', PEER_DATABASE_URL: databaseUrl },
  });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  try {
    await untilReady(`http://${address}/ready`, child, startMs);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://${address}/ingest`, close };
}

/** The folder of its commands: an environment of Python's own kind, made once. */
async function installed(): Promise<string> {
  const folder = join(homedir(), '.cache', 'vigil-bench', 'django');
  const bin = join(folder, 'bin');
  const isThere = await access(join(bin, 'gunicorn')).then(
    () => true,
    () => false,
  );
  if (isThere) return bin;
  try {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(bin, 'pip'), ['install', '--quiet', ...packages]);
  } catch (cause) {
    throw new Error(
      'Django could not be installed, which this is compared with: it takes python3 with venv, and PyPI',
      { cause },
    );
  }
  return bin;
}
