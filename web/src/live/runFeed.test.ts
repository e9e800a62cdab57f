import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Observable, type Subscriber } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { incidentFragment } from './liveIncident.fixture.ts';
import { createLiveStore, flushEveryMs } from './liveStore.ts';
import { isRefusedCursor, runFeed } from './runFeed.ts';

const withCode = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'no', extensions: { code } }] });

test.each([
  ['a cursor that is too old', withCode('CURSOR_TOO_OLD'), true],
  ['a cursor of another database', withCode('CURSOR_INVALID'), true],
  ['another error', withCode('INTERNAL_SERVER_ERROR'), false],
  ['a lost socket', new Error('Socket closed with event 1006'), false],
])('%s asks for a new snapshot: %s', (_name, error, expected) => {
  expect(isRefusedCursor(error)).toBe(expected);
});

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-01T10:00:10.000Z') }));
afterEach(() => void vi.useRealTimers());

/** A server with a head, one page of open incidents, and a feed that the test speaks for. */
interface Open {
  head: string;
  title: string;
  fails: boolean;
  /** The resolved ones alone cannot be read. */
  resolvedFails?: boolean;
  /** No incident is open any more. */
  isEmpty?: boolean;
  /** How long the page of the open ones is under way. */
  openTakesMs?: number;
}
function serverWith(open: Open) {
  const subscribers: Subscriber<ApolloLink.Result>[] = [];
  const asked: (string | undefined)[] = [];
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable<ApolloLink.Result>((observer) => {
        if (operationName === 'BoardFeed') {
          asked.push(variables.after);
          subscribers.push(observer);
          return;
        }
        const isResolved = variables.filter?.status.includes('RESOLVED') === true;
        if (open.fails || (isResolved && open.resolvedFails === true)) {
          observer.error(new Error('Failed to fetch'));
          return;
        }
        const titles = isResolved || open.isEmpty === true ? [] : [open.title];
        const data = operationName === 'BoardHead' ? headOf(open.head) : pageOf(titles);
        const answer = () => {
          observer.next({ data });
          observer.complete();
        };
        const takesMs = operationName === 'BoardHead' || isResolved ? 0 : (open.openTakesMs ?? 0);
        if (takesMs === 0) answer();
        else setTimeout(answer, takesMs);
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache(), dataMasking: true });
  const store = createLiveStore();
  const feed = runFeed(client, store);
  const titles = () => [...store.getState().incidents.values()].map(({ title }) => title);
  return { asked, latest: () => subscribers.at(-1), store, titles, stop: () => feed.unsubscribe() };
}

const headOf = (feedHead: string) => ({
  systemStatus: {
    feedHead,
    serverTime: '2026-01-01T10:00:10.000Z',
    escalationActive: false,
    message: 'Stable',
    recentCritical: 0,
    open: 1,
    acknowledged: 0,
    everIngested: true,
    openBySeverity: [],
    acknowledgeTargets: [],
  },
});
const pageOf = (titles: readonly string[]) => ({
  incidents: {
    nodes: titles.map((title) => incidentFragment({ title })),
    pageInfo: { hasNextPage: false, endCursor: null },
  },
});
const batch = (head: string, ...titles: string[]) => ({
  data: {
    incidentFeed: {
      head,
      serverTime: '2026-01-01T10:00:10.000Z',
      changes: titles.map((title) => ({
        cursor: head,
        kind: 'UPDATED',
        at: '2026-01-01T10:00:10.000Z',
        incident: incidentFragment({ title }),
      })),
    },
  },
});

test('the snapshot comes first, then the changes behind its head', async () => {
  const server = serverWith({ head: 'c1', title: 'snapshot', fails: false });
  await vi.advanceTimersByTimeAsync(0);
  expect([server.titles(), server.asked]).toEqual([['snapshot'], ['c1']]);
  server.latest()?.next(batch('c2', 'pushed'));
  await vi.advanceTimersByTimeAsync(flushEveryMs);
  expect([server.titles(), server.store.getState().connection.kind]).toEqual([['pushed'], 'LIVE']);
  server.stop();
});

test('a feed that ends with an error goes on behind the newest batch', async () => {
  const server = serverWith({ head: 'c1', title: 'snapshot', fails: false });
  await vi.advanceTimersByTimeAsync(0);
  server.latest()?.next(batch('c7', 'pushed'));
  server.latest()?.error(new Error('Socket closed with event 4500'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect([server.asked, server.titles()]).toEqual([['c1', 'c7'], ['pushed']]);
  server.stop();
});

test('a refused cursor loads the snapshot again, and the board is never empty in between', async () => {
  const state = { head: 'c1', title: 'before', fails: false };
  const server = serverWith(state);
  await vi.advanceTimersByTimeAsync(0);
  server.latest()?.next(batch('c2'));
  const sizes: number[] = [];
  server.store.subscribe(() => sizes.push(server.store.getState().incidents.size));
  Object.assign(state, { head: 'c900', title: 'after' });
  server.latest()?.error(withCode('CURSOR_TOO_OLD'));
  await vi.advanceTimersByTimeAsync(10);
  expect(server.store.getState().connection.kind).toBe('RESYNCED');
  expect([server.asked, server.titles()]).toEqual([['c1', 'c900'], ['after']]);
  expect(Math.min(...sizes)).toBe(1);
  server.stop();
});

test('a first load that fails is tried again by itself', async () => {
  const state = { head: 'c1', title: 'late', fails: true };
  const server = serverWith(state);
  await vi.advanceTimersByTimeAsync(0);
  expect(server.store.getState().load).toEqual({ kind: 'FAILED', message: 'Failed to fetch' });
  state.fails = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect([server.store.getState().load.kind, server.titles()]).toEqual(['LOADED', ['late']]);
  server.stop();
});

test('what a first load that failed halfway had read is gone when the next one does not find it', async () => {
  const state = { head: 'c1', title: 'old', fails: false, resolvedFails: true, isEmpty: false };
  const server = serverWith(state);
  await vi.advanceTimersByTimeAsync(0);
  expect([server.store.getState().load.kind, server.titles()]).toEqual(['FAILED', ['old']]);
  Object.assign(state, { resolvedFails: false, isEmpty: true });
  await vi.advanceTimersByTimeAsync(2_000);
  expect([server.store.getState().load.kind, server.titles()]).toEqual(['LOADED', []]);
  server.stop();
});

test('a page of a load that has failed changes nothing when it comes late', async () => {
  const state: Open = { head: 'c1', title: 'old', fails: false, resolvedFails: true, openTakesMs: 3_000 };
  const server = serverWith(state);
  await vi.advanceTimersByTimeAsync(0);
  Object.assign(state, { title: 'new', resolvedFails: false, openTakesMs: 0 });
  await vi.advanceTimersByTimeAsync(5_000);
  expect([server.store.getState().load.kind, server.titles()]).toEqual(['LOADED', ['new']]);
  server.stop();
});

test('on a paused board nothing is said to wait once the snapshot has been read again', async () => {
  const state = { head: 'c1', title: 'before', fails: false };
  const server = serverWith(state);
  await vi.advanceTimersByTimeAsync(0);
  server.store.pause();
  server.latest()?.next(batch('c2', 'waits'));
  expect(server.store.getState().paused?.waiting).toBe(1);
  Object.assign(state, { head: 'c900', title: 'after' });
  server.latest()?.error(withCode('CURSOR_TOO_OLD'));
  await vi.advanceTimersByTimeAsync(10);
  expect([server.titles(), server.store.getState().paused?.waiting]).toEqual([['after'], 0]);
  server.stop();
});
