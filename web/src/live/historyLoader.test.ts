import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHistoryLoader } from './historyLoader.ts';
import type { LiveEvent } from './liveState.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function prepare(fails = 0) {
  const asked: string[][] = [];
  const events: LiveEvent[] = [];
  const client = {
    query: async ({ variables }: { variables: { filter: { id: string[] } } }) => {
      const ids = [...variables.filter.id];
      asked.push(ids);
      if (asked.length <= fails) throw new Error('away');
      const nodes = ids.map((id) => ({
        id,
        signalHistory: { from: '2026-01-01T10:00:00.000Z', counts: [1, 2], total: 9 },
      }));
      return { data: { incidents: { nodes } } };
    },
  } as unknown as Parameters<typeof createHistoryLoader>[0];
  const loader = createHistoryLoader(client, { dispatch: (event) => events.push(event) });
  return { loader, asked, events };
}

test('what comes into sight together is asked for once and together', async () => {
  const { loader, asked, events } = prepare();
  for (const id of ['a', 'b', 'a']) loader.ask(id);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual([['a', 'b']]);
  expect(events).toMatchObject([
    {
      type: 'historiesLoaded',
      histories: [
        { id: 'a', total: 9, activity: { counts: [1, 2], isComplete: true } },
        { id: 'b', total: 9 },
      ],
    },
  ]);
});

test('more than a hundred are asked for one after the other', async () => {
  const { loader, asked } = prepare();
  for (let number = 0; number < 150; number++) loader.ask(String(number));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.map((ids) => ids.length)).toEqual([100, 50]);
});

test('after a failure they are asked for again', async () => {
  const { loader, asked, events } = prepare(1);
  loader.ask('a');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([['a'], ['a']]);
  expect(events).toHaveLength(1);
});

test('once it is stopped it asks for nothing', async () => {
  const { loader, asked } = prepare();
  loader.ask('a');
  loader.stop();
  loader.ask('b');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
});
