import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from './nodeOptions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startTimeoutMs = 60_000;
const token = 'administrator-of-the-tests';

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it printed. */
  readonly output: string;
}

/** `npm start`'s server as a process of its own, which can be killed. */
export interface ServerProcess {
  readonly pid: number;
  readonly token: string;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves when it has printed this. Throws when it ends before, or takes too long. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Where it serves, once it does. */
  url(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<ProcessEnd>;
}

/** Starts a server with these variables and no others, on a free port unless one is given. */
export function spawnServer(variables: Record<string, string>, ...args: readonly string[]): ServerProcess {
  return spawnServerBy('server/src/main.ts', variables, ...args);
}

/** The same by a script that starts it, from the project's folder. */
export function spawnServerBy(
  script: string,
  variables: Record<string, string>,
  ...args: readonly string[]
): ServerProcess {
  const child = spawn(process.execPath, [...nodeOptions, '--import', 'tsx', script, 'start', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info', VIGIL_ADMIN_TOKEN: token, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = printedBy(child);
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output: printed.text() }));
  return {
    pid: child.pid ?? Number.NaN,
    token,
    output: printed.text,
    printed: printed.waitFor,
    url: async () => (await printed.waitFor(/running at (http:\S+)[\s\S]*Sign in/))[1] ?? '',
    kill: (signal) => child.kill(signal),
    ended,
  };
}

function printedBy(child: ChildProcess) {
  let text = '';
  const checks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      for (const check of checks) check();
    });
  }
  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        checks.delete(check);
        child.off('close', gone);
        end();
      };
      const check = () => {
        const found = pattern.exec(text);
        if (found !== null) finish(() => resolve(found));
      };
      const fail = (why: string) => finish(() => reject(new Error(`The server ${why}:\n${text}`)));
      const gone = (code: number | null) => fail(`ended with ${code} before it printed ${pattern}`);
      const timer = setTimeout(() => fail(`did not print ${pattern} within ${startTimeoutMs} ms`), startTimeoutMs);
      checks.add(check);
      child.once('close', gone);
      check();
    });
  return { text: () => text, waitFor };
}

/** An empty folder for a server's data, which the embedded Postgres may enter as another user. */
export async function makeDataFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vigil-process-'));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The process of the embedded Postgres in a data folder; null when there is none. */
export async function postgresPid(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n', 1)[0]);
  return pid > 0 && isRunning(pid) ? pid : null;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is running too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
