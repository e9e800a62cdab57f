import { afterEach, describe, expect, it } from 'vitest';
import { createVigilClient, type IncidentChange, type VigilClient } from './client.ts';
import { CursorError, VigilError } from './errors.ts';
import { type FakeVigil, startFakeVigil } from './testing/fakeVigil.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(): Promise<{ fake: FakeVigil; client: VigilClient }> {
  const fake = await startFakeVigil();
  ends.push(fake.close);
  const client = createVigilClient({ url: fake.url, token: 'secret', retryForMs: 2_000 });
  ends.push(client.close);
  return { fake, client };
}

async function take(changes: AsyncIterable<IncidentChange>, count: number, onChange = (_seen: number) => {}) {
  const cursors: string[] = [];
  for await (const change of changes) {
    cursors.push(change.cursor);
    onChange(cursors.length);
    if (cursors.length === count) break;
  }
  return cursors;
}

const cursors = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `c${from + n}`);

describe('subscribe', () => {
  it('delivers every change once and in order while the socket is cut again and again', async () => {
    const { fake, client } = await start();
    fake.batchSize = 3;
    fake.commit(10);
    const seen = await take(client.subscribe({ after: 'c2' }), 18, (count) => {
      if (count === 4 || count === 8) fake.cutSockets();
      if (count === 8) fake.commit(10);
    });
    expect(seen).toEqual(cursors(3, 20));
    expect(fake.subscribedAfter[0]).toBe('c2');
    expect(fake.subscribedAfter.length).toBeGreaterThan(1);
  });

  it('loses nothing that was committed while the server was away', async () => {
    const { fake, client } = await start();
    fake.commit(1);
    const seen = await take(client.subscribe({ after: 'c0' }), 4, (count) => {
      if (count !== 1) return;
      fake.cutSockets();
      fake.commit(3);
    });
    expect(seen).toEqual(cursors(1, 4));
  });

  it('goes on from now when no cursor is given, even if the first connection breaks before its first change', async () => {
    const { fake, client } = await start();
    fake.commit(5);
    const iterator = client.subscribe()[Symbol.asyncIterator]();
    const first = iterator.next();
    await expect.poll(() => fake.subscribedAfter).toEqual(['c5']);
    fake.cutSockets();
    fake.commit(1);
    expect(await first).toMatchObject({ value: { cursor: 'c6' } });
    await iterator.return?.();
  });

  it('asks for no more updates a second than it is told to, after a lost connection too', async () => {
    const { fake, client } = await start();
    fake.commit(1);
    await take(client.subscribe({ after: 'c0', maxRate: 2 }), 2, () => {
      fake.cutSockets();
      fake.commit(1);
    });
    expect(fake.maxRates.length).toBeGreaterThan(1);
    expect(new Set(fake.maxRates)).toEqual(new Set([2]));
  });

  it('comes back when the server ended the subscription without an error', async () => {
    const { fake, client } = await start();
    fake.commit(1);
    const seen = await take(client.subscribe({ after: 'c0' }), 2, () => {
      fake.completeSubscriptions();
      fake.commit(1);
    });
    expect(seen).toEqual(['c1', 'c2']);
  });

  it.each([
    ['CURSOR_TOO_OLD', 'c1'],
    ['CURSOR_INVALID', 'nonsense'],
  ])('ends with a CursorError %s', async (code, after) => {
    const { fake, client } = await start();
    fake.commit(9);
    fake.horizon = 5;
    const error = await take(client.subscribe({ after }), 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CursorError);
    expect(error).toMatchObject({ code });
  });

  it('ends with the refusal when the token is not known', async () => {
    const { fake } = await start();
    const stranger = createVigilClient({ url: fake.url, token: 'wrong' });
    ends.push(stranger.close);
    await expect(take(stranger.subscribe({ after: 'c0' }), 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(take(stranger.subscribe(), 1)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('says that the server cannot be reached when it was never there', async () => {
    const { fake, client } = await start();
    await fake.close();
    ends.splice(0, 1);
    const error = await take(client.subscribe({ after: 'c0' }), 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VigilError);
    expect(error).toMatchObject({ code: 'UNREACHABLE' });
  });

  it('ends quietly when its signal is aborted, and when the client is closed', async () => {
    const { fake, client } = await start();
    const stop = new AbortController();
    const aborted = take(client.subscribe({ signal: stop.signal }), 1);
    const closed = take(client.subscribe(), 1);
    await expect.poll(() => fake.subscribedAfter.length).toBe(2);
    stop.abort();
    expect(await aborted).toEqual([]);
    client.close();
    expect(await closed).toEqual([]);
  });

  it('gives a slow consumer everything without holding it all', async () => {
    const { fake, client } = await start();
    fake.batchSize = 2_000;
    fake.commit(20_000);
    let stalled = false;
    const seen: string[] = [];
    for await (const change of client.subscribe({ after: 'c0' })) {
      seen.push(change.cursor);
      if (!stalled) {
        stalled = true;
        await expect.poll(() => fake.openSockets()).toBe(0);
      }
      if (seen.length === 20_000) break;
    }
    expect(seen).toEqual(cursors(1, 20_000));
    expect(fake.subscribedAfter.length).toBeGreaterThan(1);
  });
});
