import { chown, copyFile, open, stat, truncate } from 'node:fs/promises';
import type { PostgresUser } from './reachable.ts';

const maxBytes = 4 * 1024 * 1024;
const checkEveryMs = 30_000;

/** A log file that another process writes to directly, so that the writer outlives us without losing a line. */
export interface BoundedLog {
  fd: number;
  /** What has been written since this log was opened, at most its last `count` lines. */
  tail(count: number): Promise<string>;
  close(): Promise<void>;
}

/** Keeps `file` and one predecessor, `file.1`, each at most about {@link maxBytes} long. */
export async function openBoundedLog(file: string, user: PostgresUser | null): Promise<BoundedLog> {
  // The writer appends, and therefore goes on at the new end after the file was cut.
  const handle = await open(file, 'a', 0o600);
  if (user !== null) await chown(file, user.uid, user.gid);
  await cutIfLong(file);
  let start = (await stat(file)).size;
  const timer = setInterval(() => {
    cutIfLong(file).then(
      (cut) => {
        if (cut) start = 0;
      },
      // A disk that is full or gone shows itself in Postgres; the log is only its witness.
      () => undefined,
    );
  }, checkEveryMs);
  timer.unref();
  return {
    fd: handle.fd,
    async tail(count) {
      const text = await readFrom(file, start);
      return text.trimEnd().split('\n').slice(-count).join('\n');
    },
    async close() {
      clearInterval(timer);
      await handle.close();
    },
  };
}

async function cutIfLong(file: string): Promise<boolean> {
  if ((await stat(file)).size <= maxBytes) return false;
  await copyFile(file, `${file}.1`);
  await truncate(file);
  return true;
}

/** Reads at most the last 64 KiB. */
async function readFrom(file: string, start: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const from = Math.max(start, size - 65_536, 0);
    const buffer = Buffer.alloc(Math.max(0, size - from));
    await handle.read(buffer, 0, buffer.length, from);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}
