import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendChanges, type NewChange } from '../../server/src/feed/appendChanges.ts';
import { type ChangeFeed, openChangeFeed } from '../../server/src/feed/changeFeed.ts';
import type { FeedChange } from '../../server/src/feed/feedChange.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { sampleIncident } from '../support/sampleIncident.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const log = pino({ level: 'silent' });
let testDatabase: TestDatabase;
let database: Database;
const feeds: ChangeFeed[] = [];

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url });
});

afterEach(async () => {
  await Promise.all(feeds.splice(0).map((feed) => feed.close()));
  await database.close();
  await testDatabase.drop();
});

async function openFeed(ringCapacity?: number): Promise<ChangeFeed> {
  const feed = await openChangeFeed({ database, log, ...(ringCapacity === undefined ? {} : { ringCapacity }) });
  feeds.push(feed);
  return feed;
}

/** Commits one change of each title, in one transaction. */
async function commit(writer: Database, ...titles: string[]): Promise<NewChange[]> {
  const changes = titles.map((title) => ({
    kind: 'OPENED' as const,
    at: new Date('2026-03-01T12:00:00.000Z'),
    previous: null,
    incident: sampleIncident(randomUUID(), { title }),
  }));
  await writer.sql.begin((tx) => appendChanges(tx, changes));
  return changes;
}

async function take(feed: ChangeFeed, after: string | null, count: number): Promise<FeedChange[]> {
  const stop = new AbortController();
  const taken: FeedChange[] = [];
  for await (const batch of feed.follow(after, stop.signal)) {
    taken.push(...batch);
    if (taken.length >= count) break;
  }
  return taken.slice(0, count);
}

describe('the change feed', () => {
  it('delivers what was missed since a cursor, then what is committed from now on', async () => {
    const feed = await openFeed();
    const start = await feed.head();
    await commit(database, 'missed one', 'missed two');
    const following = take(feed, start, 3);
    await commit(database, 'live');
    const changes = await following;
    expect(changes.map(({ incident }) => incident.title)).toEqual(['missed one', 'missed two', 'live']);
    expect(changes[0]?.incident.openedAt).toEqual(new Date('2026-03-01T12:00:00.000Z'));
  });

  it('gives every change once and in the order of commits, whoever writes and however often a reader starts again', async () => {
    const writers = [database, openDatabase({ url: testDatabase.url }), openDatabase({ url: testDatabase.url })];
    const feed = await openFeed(16);
    const start = await feed.head();
    const perWriter = 40;
    const writing = writers.map(async (writer, place) => {
      for (let turn = 0; turn < perWriter; turn += 1) await commit(writer, `writer ${place} turn ${turn}`, 'second');
    });

    const expected = writers.length * perWriter * 2;
    const seen: FeedChange[] = [];
    let cursor: string | null = start;
    while (seen.length < expected) {
      // A reader that is cut off after a few changes and resumes by cursor.
      const some: FeedChange[] = await take(feed, cursor, Math.min(7, expected - seen.length));
      seen.push(...some);
      cursor = some.at(-1)?.cursor ?? cursor;
    }
    await Promise.all(writing);
    await Promise.all(writers.slice(1).map((writer) => writer.close()));

    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: expected }, (_, place) => place + 1));
    for (const [place] of writers.entries()) {
      const turns = seen.map(({ incident }) => incident.title).filter((title) => title.startsWith(`writer ${place} `));
      expect(turns).toEqual(Array.from({ length: perWriter }, (_, turn) => `writer ${place} turn ${turn}`));
    }
  });

  it('takes what its own process has committed as it is, and what others have from the database, each once', async () => {
    const feed = await openFeed();
    const start = await feed.head();
    const following = take(feed, start, 5);
    const own = await commit(database, 'own 1', 'own 2');
    feed.committed({ changes: own, head: 2 });
    await commit(database, "another's");
    const later = await commit(database, 'own 3', 'own 4');
    // Before it has heard of the other's, or after: it must not make a gap.
    feed.committed({ changes: later, head: 5 });
    const changes = await following;
    expect(changes.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(changes.map(({ incident }) => incident.title)).toEqual(['own 1', 'own 2', "another's", 'own 3', 'own 4']);
    expect(changes.map(({ cursor }) => cursor)).toEqual(
      (await take(await openFeed(), start, 5)).map(({ cursor }) => cursor),
    );
  });

  it('does not read what its own process has told it', async () => {
    const feed = await openFeed();
    // It is in no table: whoever reads would not find it.
    const told = { kind: 'OPENED', at: new Date(), previous: null, incident: sampleIncident(randomUUID()) } as const;
    feed.committed({ changes: [told], head: 1 });
    expect((await feed.readAfter(0)).map(({ incident }) => incident.id)).toEqual([told.incident.id]);
  });

  it('resumes in another server of the same database', async () => {
    const first = await openFeed();
    const start = await first.head();
    await commit(database, 'one', 'two');
    const [one] = await take(first, start, 1);
    const second = await openFeed();
    const [two] = await take(second, one?.cursor ?? null, 1);
    expect(two?.incident.title).toBe('two');
  });

  it('says so when a cursor is too old, ahead of the feed, of another database, or no cursor at all', async () => {
    const feed = await openFeed();
    const start = await feed.head();
    await commit(database, 'one', 'two', 'three');
    await database.sql`delete from change where position <= 2`;
    await expect(take(feed, start, 1)).rejects.toMatchObject({ code: 'CURSOR_TOO_OLD' });

    const epoch = start.split('-')[0];
    await expect(take(feed, `${epoch}-zz`, 1)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(take(feed, '0123456789ab-1', 1)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(take(feed, 'nonsense', 1)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('ends for a follower that stops', async () => {
    const feed = await openFeed();
    const stop = new AbortController();
    const following = (async () => {
      for await (const _batch of feed.follow(null, stop.signal)) throw new Error('nothing was committed');
    })();
    stop.abort();
    await expect(following).resolves.toBeUndefined();
  });
});
