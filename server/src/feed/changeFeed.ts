import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Change } from '../domain/change.ts';
import type { Database } from '../persistence/database.ts';
import { type NewChange, wakeChannel } from './appendChanges.ts';
import { ChangeRing } from './changeRing.ts';
import { CursorError, formatCursor, parseCursor } from './cursor.ts';
import type { FeedChange } from './feedChange.ts';
import { type FeedState, readChanges, readFeedState, readOldestPosition } from './readChanges.ts';

export interface ChangeFeed {
  /**
   * What was missed since a cursor, then what is committed from now on: in commit order, without gap or repetition, until the
   * signal aborts. Throws CursorError when it cannot go on from that cursor. Without a cursor only new changes are delivered.
   */
  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly FeedChange[]>;
  /** The cursor of the last committed change. */
  head(): Promise<string>;
  /** The position behind which a follower goes on; throws CursorError as `follow` does. Without a cursor that of the last committed change. */
  positionOf(after: string | null): Promise<number>;
  cursorOf(position: number): string;
  /** The position of the newest change that this process has read. */
  newest(): number;
  /** The next changes behind a position, of those that this process has read; all followers get the same objects while they are new. */
  readAfter(position: number): Promise<readonly FeedChange[]>;
  /** Takes what this process itself has committed, so that it need not be read; it may not have been told of what came before. */
  committed(batch: { readonly changes: readonly NewChange[]; readonly head: number }): void;
  /** Calls whenever `newest` has moved on. Answers how to stop. */
  onNews(listener: () => void): () => void;
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

  function take(changes: readonly Change[]): void {
    // Some may have been taken while they were read.
    const news = changes.filter(({ position }) => position > ring.newest);
    if (news.length === 0) return;
    ring.append(news.map((change) => ({ ...change, cursor: formatCursor(epoch, change.position) })));
    wakes.emit('wake');
  }

  function committed({ changes, head }: Parameters<ChangeFeed['committed']>[0]): void {
    const before = head - changes.length;
    // Where others have committed in between it is read with theirs: the database wakes.
    if (before === ring.newest) take(changes.map((change, place) => ({ ...change, position: before + place + 1 })));
  }

  async function readNew(): Promise<void> {
    for (;;) {
      const changes = await readChanges(sql, ring.newest, batchSize);
      take(changes);
      // What is committed later wakes again.
      if (changes.length < batchSize) return;
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

  /** Most is this process's own: it hears of it in the same turn. */
  async function hear(head: string): Promise<void> {
    await nextTurn();
    if (ring.newest < Number(head)) wake();
  }

  const listening = await sql.listen(wakeChannel, (head) => void hear(head), wake);
  const poll = setInterval(wake, pollMs);

  /** What the database holds. A crowd that comes at once shares one look, which begins after the last of them has asked. */
  let looking: Promise<{ state: FeedState; oldest: number | null }> | null = null;
  function extent() {
    looking ??= nextTurn().then(async () => {
      looking = null;
      const [state, oldest] = await Promise.all([readFeedState(sql), readOldestPosition(sql)]);
      return { state, oldest };
    });
    return looking;
  }

  async function positionOf(after: string | null): Promise<number> {
    if (after === null) return (await extent()).state.head;
    const position = parseCursor(epoch, after);
    const { state, oldest } = await extent();
    if (position > state.head) {
      throw new CursorError('CURSOR_INVALID', 'The cursor is ahead of this database: read the incidents again');
    }
    if (position < state.head && (oldest === null || position < oldest - 1)) throw tooOld();
    return position;
  }

  async function* follow(after: string | null, signal: AbortSignal): AsyncGenerator<readonly FeedChange[]> {
    const stopped = AbortSignal.any([signal, closing.signal]);
    let position = await positionOf(after);
    while (!stopped.aborted) {
      const batch = await readAfter(position);
      const last = batch.at(-1);
      if (last === undefined) {
        // What came since the look at the ring has woken nobody: there is an await in between.
        if (position < ring.newest) continue;
        await once(wakes, 'wake', { signal: stopped }).catch(() => {});
        continue;
      }
      position = last.position;
      yield batch;
    }
  }

  async function readAfter(position: number): Promise<readonly FeedChange[]> {
    return ring.after(position, batchSize) ?? (await readMissed(position));
  }

  async function readMissed(position: number): Promise<readonly FeedChange[]> {
    const changes = await readChanges(sql, position, batchSize);
    if (changes[0]?.position !== position + 1) throw tooOld();
    return changes.map((change) => ({ ...change, cursor: formatCursor(epoch, change.position) }));
  }

  return {
    follow,
    head: async () => formatCursor(epoch, (await readFeedState(sql)).head),
    positionOf,
    cursorOf: (position) => formatCursor(epoch, position),
    newest: () => ring.newest,
    readAfter,
    committed,
    onNews: (listener) => {
      wakes.on('wake', listener);
      return () => wakes.off('wake', listener);
    },
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
