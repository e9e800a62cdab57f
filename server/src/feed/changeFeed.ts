import { EventEmitter, once } from 'node:events';
import type { Logger } from 'pino';
import type { Database } from '../persistence/database.ts';
import { wakeChannel } from './appendChanges.ts';
import { ChangeRing } from './changeRing.ts';
import { CursorError, formatCursor, parseCursor } from './cursor.ts';
import type { FeedChange } from './feedChange.ts';
import { readChanges, readFeedState, readOldestPosition } from './readChanges.ts';

export interface ChangeFeed {
  /**
   * What was missed since a cursor, then what is committed from now on: in commit order, without gap or repetition, until the
   * signal aborts. Throws CursorError when it cannot go on from that cursor. Without a cursor only new changes are delivered.
   */
  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly FeedChange[]>;
  /** The cursor of the last committed change. */
  head(): Promise<string>;
  close(): Promise<void>;
}

export interface ChangeFeedOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly ringCapacity?: number;
  /** How long a lost wake-up can delay a change. */
  readonly pollMs?: number;
}

const batchSize = 1000;

/** Opens the feed: one reader per process, which every follower shares. */
export async function openChangeFeed(options: ChangeFeedOptions): Promise<ChangeFeed> {
  const { database, log, ringCapacity = 10_000, pollMs = 1000 } = options;
  const { sql } = database;
  const { epoch, head } = await readFeedState(sql);
  const ring = new ChangeRing(ringCapacity, head);
  const closing = new AbortController();
  const wakes = new EventEmitter().setMaxListeners(0);

  async function readNew(): Promise<void> {
    for (;;) {
      const changes = await readChanges(sql, ring.newest, batchSize);
      if (changes.length === 0) return;
      ring.append(changes.map((change) => ({ ...change, cursor: formatCursor(epoch, change.position) })));
      wakes.emit('wake');
    }
  }

  let reading: Promise<void> | null = null;
  let wantedAgain = false;
  function wake(): void {
    if (closing.signal.aborted) return;
    if (reading !== null) {
      wantedAgain = true;
      return;
    }
    wantedAgain = false;
    reading = readNew()
      .catch((error: unknown) => log.warn({ err: error }, 'The change feed could not be read; it will be tried again'))
      .finally(() => {
        reading = null;
        if (wantedAgain) wake();
      });
  }

  const listening = await sql.listen(wakeChannel, wake, wake);
  const poll = setInterval(wake, pollMs);

  async function startOf(after: string | null): Promise<number> {
    if (after === null) return (await readFeedState(sql)).head;
    const position = parseCursor(epoch, after);
    const [state, oldest] = await Promise.all([readFeedState(sql), readOldestPosition(sql)]);
    if (position > state.head) {
      throw new CursorError('CURSOR_INVALID', 'The cursor is ahead of this database: read the incidents again');
    }
    if (position < state.head && (oldest === null || position < oldest - 1)) throw tooOld();
    return position;
  }

  async function* follow(after: string | null, signal: AbortSignal): AsyncGenerator<readonly FeedChange[]> {
    const stopped = AbortSignal.any([signal, closing.signal]);
    let position = await startOf(after);
    while (!stopped.aborted) {
      const batch = ring.after(position, batchSize) ?? (await readMissed(position));
      const last = batch.at(-1);
      if (last === undefined) {
        // Nothing can come between the look at the ring and this: there is no await in between.
        await once(wakes, 'wake', { signal: stopped }).catch(() => {});
        continue;
      }
      position = last.position;
      yield batch;
    }
  }

  async function readMissed(position: number): Promise<readonly FeedChange[]> {
    const changes = await readChanges(sql, position, batchSize);
    if (changes[0]?.position !== position + 1) throw tooOld();
    return changes.map((change) => ({ ...change, cursor: formatCursor(epoch, change.position) }));
  }

  return {
    follow,
    head: async () => formatCursor(epoch, (await readFeedState(sql)).head),
    close: async () => {
      closing.abort();
      clearInterval(poll);
      await listening.unlisten();
      await reading;
    },
  };
}

function tooOld(): CursorError {
  return new CursorError(
    'CURSOR_TOO_OLD',
    'The changes after this cursor are no longer kept: read the incidents again and subscribe from systemStatus.feedHead',
  );
}
