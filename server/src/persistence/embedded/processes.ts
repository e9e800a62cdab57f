import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Never the environment of Vigil itself: its secrets are none of a child's business. */
export const childEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * When a process was born, as an opaque string; null when none of that pid is alive.
 * A pid alone says little: after a crash, and always in a container, another process soon carries the same one.
 */
export function processBirth(pid: number): string | null {
  if (!isAlive(pid)) return null;
  return process.platform === 'linux' ? birthFromProc(pid) : (ps(pid, 'lstart') ?? 'unknown');
}

/** The arguments a process was started with, joined by blanks; empty when they cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command') ?? '';
  return (readProc(pid, 'cmdline') ?? '').replaceAll('\0', ' ').trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function birthFromProc(pid: number): string | null {
  const stat = readProc(pid, 'stat');
  // A /proc that hides other users' processes: alive, but nothing else is known.
  if (stat === null) return isAlive(pid) ? 'unknown' : null;
  // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  // A zombie has released its locks and files, whoever forgot to reap it.
  if (state === 'Z' || state === 'X') return null;
  return fields[19] ?? 'unknown';
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}

function ps(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env: childEnvironment,
    }).trim();
  } catch {
    return null;
  }
}
