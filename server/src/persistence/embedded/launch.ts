import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnvironment } from './processes.ts';
import type { PostgresUser } from './reachable.ts';

const run = promisify(execFile);
/** Of util-linux: on nearly every Linux, and nowhere else. */
const setpriv = 'setpriv';

/** Starts a program as a user (null: as this process' own). */
export type Launch = (file: string, args: string[], output: number | 'pipe') => ChildProcess;

/**
 * Where `setpriv` can, the kernel interrupts the program when this process dies, by kill -9 too. The kernel forgets that wish
 * whenever a process changes its user, so the same command must do both, in its own order.
 */
export async function launcherFor(user: PostgresUser | null): Promise<Launch> {
  const tied = await hasParentDeathSignal();
  const identity = user === null ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return (file, args, output) => {
    const options = {
      stdio: ['ignore' as const, output, output],
      env: childEnvironment,
      cwd: '/',
      // In a group of its own, so that Ctrl-C in a terminal reaches Vigil first, which ends its work and then Postgres.
      detached: true,
    };
    if (tied) return spawn(setpriv, [...identity, '--pdeathsig=INT', '--', file, ...args], options);
    return spawn(file, args, user === null ? options : { ...options, ...user });
  };
}

async function hasParentDeathSignal(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  try {
    const { stdout } = await run(setpriv, ['--help'], { env: childEnvironment });
    return stdout.includes('--pdeathsig');
  } catch {
    return false;
  }
}

/** Runs a program to its end; throws with what it wrote when it fails. */
export async function runToEnd(launch: Launch, file: string, args: string[]): Promise<void> {
  const child = launch(file, args, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'));
  });
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${output.trim()}`);
}
