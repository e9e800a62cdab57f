import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BoundedLog } from './boundedLog.ts';
import type { Launch } from './launch.ts';
import { readPostmasterPid } from './postmasterPid.ts';

/** How a Postgres ended. */
export interface PostgresExit {
  /** Whether it was asked to. */
  expected: boolean;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The last lines of its log. */
  logTail: string;
}

export interface Postmaster {
  pid: number;
  exited: Promise<PostgresExit>;
  stop(): Promise<void>;
}

interface PostmasterOptions {
  launch: Launch;
  binary: string;
  dataFolder: string;
  socketFolder: string;
  serverLog: BoundedLog;
  log: (message: string) => void;
}

export const postgresPort = 5432;
const retryMs = 15_000;
const readyMs = 300_000;
const quotedLines = 12;
const fastShutdownMs = 20_000;
const immediateShutdownMs = 10_000;

/** What the dying processes of a killed predecessor cause, and what passes with them. */
const passingTrouble = /lock file "[^"]*" already exists|shared memory block .* is still in use/;

/** Durability is left as Postgres has it: fsync, full_page_writes and synchronous_commit on. */
function settings(socketFolder: string): string[] {
  const values: Record<string, string> = {
    cluster_name: 'vigil',
    listen_addresses: '',
    port: String(postgresPort),
    // A list whose items need quotes as soon as a path holds a comma or a blank.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    work_mem: '8MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_logical_replication_workers: '0',
    // Every checkpoint makes each page it meets again be logged whole: under ingest, rare ones halve the log.
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '10min',
    // Tables that every batch updates fill with dead rows within a minute.
    autovacuum_naptime: '15s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Starts Postgres and waits until it serves, trying again while the remains of a killed one are in the way. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const began = performance.now();
  for (;;) {
    const postmaster = await spawnPostmaster(options);
    const early = await waitUntilReady(postmaster, options);
    if (early === null) return postmaster;
    if (performance.now() - began > retryMs || !passingTrouble.test(early.logTail)) {
      throw new Error(`Postgres did not start (${howItEnded(early)}). The end of its log:\n${early.logTail}`);
    }
    await sleep(500);
  }
}

function howItEnded(exit: PostgresExit): string {
  return exit.signal === null ? `it exited with code ${exit.code}` : `it was ended by ${exit.signal}`;
}

async function spawnPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { binary, dataFolder, socketFolder, serverLog } = options;
  const child = options.launch(binary, ['-D', dataFolder, ...settings(socketFolder)], serverLog.fd);
  const { pid } = child;
  if (pid === undefined) {
    const [cause] = await once(child, 'error');
    throw new Error(`${child.spawnfile} could not be run, to start Postgres (${binary})`, { cause });
  }
  // A failed kill is said as an event too, and an event nobody hears would end this process.
  child.on('error', () => undefined);
  let expected = false;
  // Where the kernel does not tie Postgres to us, this covers every end but a kill -9.
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);

  const exited = new Promise<PostgresExit>((resolve) => {
    child.once('exit', async (code, signal) => {
      process.off('exit', interrupt);
      resolve({ expected, code, signal, logTail: await serverLog.tail(quotedLines).catch(() => '') });
    });
  });

  let stopping: Promise<void> | undefined;
  return {
    pid,
    exited,
    stop() {
      expected = true;
      stopping ??= end(child, exited);
      return stopping;
    },
  };
}

interface Killable {
  kill(signal: NodeJS.Signals): boolean;
}

/** SIGINT ends sessions and writes a checkpoint; SIGQUIT leaves that to the recovery at the next start. Neither loses a commit. */
async function end(child: Killable, exited: Promise<PostgresExit>): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', fastShutdownMs],
    ['SIGQUIT', immediateShutdownMs],
  ];
  for (const [signal, patienceMs] of steps) {
    child.kill(signal);
    if (await within(patienceMs, exited)) return;
  }
  child.kill('SIGKILL');
  await exited;
}

async function within(patienceMs: number, done: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(patienceMs, false, { signal: patience.signal }).catch(() => false);
  const inTime = await Promise.race([done.then(() => true), late]);
  patience.abort();
  return inTime;
}

/** Null once Postgres serves; how it ended, if it ended first. */
async function waitUntilReady(postmaster: Postmaster, options: PostmasterOptions): Promise<PostgresExit | null> {
  const pause = 25;
  for (let waitedMs = 0; waitedMs < readyMs; waitedMs += pause) {
    const seen = await readPostmasterPid(options.dataFolder);
    if (seen?.pid === postmaster.pid && seen.ready) return null;
    const early = await Promise.race([postmaster.exited, sleep(pause, null)]);
    if (early !== null) return early;
    if (waitedMs % 5_000 === 0 && waitedMs > 0) options.log('waiting for Postgres to recover from an unclean end');
  }
  await postmaster.stop();
  throw new Error(
    `Postgres did not become ready within ${readyMs / 1_000} s. The end of its log:\n${await options.serverLog.tail(quotedLines)}`,
  );
}
