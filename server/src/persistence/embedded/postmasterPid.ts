import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, processBirth } from './processes.ts';

/** What Postgres writes into `postmaster.pid` of its data folder. */
export interface PostmasterPid {
  pid: number;
  port: number;
  socketFolder: string;
  ready: boolean;
}

const fastShutdownMs = 15_000;
const immediateShutdownMs = 5_000;

/** The line numbers are those of PostgreSQL's src/include/utils/pidfile.h. */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Null while there is no such file, or while it is only half written. */
export async function readPostmasterPid(dataFolder: string): Promise<PostmasterPid | null> {
  try {
    return parsePostmasterPid(await readFile(join(dataFolder, 'postmaster.pid'), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Ends the Postgres that a killed Vigil left behind on this data folder, and removes what would keep the next one from starting.
 * Call it only while holding the folder's lock.
 */
export async function stopOrphan(dataFolder: string, log: (message: string) => void): Promise<void> {
  const left = await readPostmasterPid(dataFolder);
  if (left === null) return;

  const isAlive = processBirth(left.pid) !== null;
  const command = isAlive ? commandLine(left.pid) : '';
  if (!command.includes('postgres') || !command.includes(dataFolder)) {
    // Either the process is gone or the pid belongs to a stranger by now, or the postmaster lives where pids mean something else: another container.
    if (await answers(join(left.socketFolder, `.s.PGSQL.${left.port}`))) {
      throw new Error(
        `A Postgres that this machine cannot see as process ${left.pid} is serving ${dataFolder}: stop it first.`,
      );
    }
    // Of a process that is gone, Postgres removes the file itself.
    if (!isAlive) return;
    log(`removing the stale postmaster.pid of ${dataFolder}: process ${left.pid} is not its Postgres`);
    await rm(join(dataFolder, 'postmaster.pid'), { force: true });
    return;
  }

  log(`stopping Postgres (process ${left.pid}), which was left behind by a Vigil that was killed`);
  if (await endProcess(left.pid, 'SIGINT', fastShutdownMs)) return;
  if (await endProcess(left.pid, 'SIGQUIT', immediateShutdownMs)) return;
  throw new Error(`Postgres (process ${left.pid}) was left behind on ${dataFolder} and does not stop: end it by hand.`);
}

async function endProcess(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  const birth = processBirth(pid);
  if (birth === null) return true;
  process.kill(pid, signal);
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 50) {
    if (processBirth(pid) !== birth) return true;
    await sleep(50);
  }
  return false;
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
