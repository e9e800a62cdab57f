import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { readTimeline } from './readTimeline.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** A client whose server holds one incident with five events and gives out two a page. */
function clientOf(stored: readonly string[] | null) {
  const asked: unknown[] = [];
  const link = new ApolloLink(({ variables }) => {
    asked.push(variables.after);
    const begin = stored?.indexOf(String(variables.after)) ?? -1;
    const page = (stored ?? []).slice(begin + 1, begin + 3);
    const timeline = {
      nodes: page.map((id) => ({
        id,
        kind: 'NOTE_ADDED',
        at: '2026-11-24T09:00:00.000Z',
        actor: 'ada',
        ruleId: 'r',
        message: id,
        note: null,
        notificationId: null,
      })),
      pageInfo: { hasNextPage: begin + 3 < (stored ?? []).length, endCursor: page.at(-1) ?? null },
    };
    return new Observable((observer) => {
      observer.next({ data: { incident: stored === null ? null : { id: '1', timeline, notifications: [] } } });
      observer.complete();
    });
  });
  return { client: new ApolloClient({ link, cache: new InMemoryCache() }), asked };
}

describe('readTimeline', () => {
  it('reads all pages, oldest first', async () => {
    const { client, asked } = clientOf(names);
    const part = await readTimeline(client, '1', null);
    expect(part.events.map((event) => event.id)).toEqual(names);
    expect(part.cursor).toBe('e');
    expect(asked).toEqual([null, 'b', 'd']);
  });

  it('reads only what is behind the cursor', async () => {
    const part = await readTimeline(clientOf(names).client, '1', 'c');
    expect(part.events.map((event) => event.id)).toEqual(['d', 'e']);
  });

  it('keeps the cursor when nothing is new', async () => {
    expect(await readTimeline(clientOf(names).client, '1', 'e')).toEqual({
      events: [],
      notifications: [],
      cursor: 'e',
    });
  });

  it('has nothing to tell of an incident that is gone', async () => {
    expect(await readTimeline(clientOf(null).client, '1', 'c')).toEqual({
      events: [],
      notifications: [],
      cursor: 'c',
    });
  });
});
