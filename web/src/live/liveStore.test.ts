import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { change } from './liveIncident.fixture.ts';
import { createLiveStore, flushEveryMs } from './liveStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('changes are shown together, at most every 100 ms', () => {
  const store = createLiveStore();
  let renders = 0;
  store.subscribe(() => {
    renders += 1;
  });
  for (let at = 0; at < 50; at += 1) {
    store.enqueue([change(`c${at}`, 'UPDATED', { id: `i${at}`, number: at })]);
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(flushEveryMs);
  expect(renders).toBeLessThanOrEqual(12);
  expect(store.getState().incidents.size).toBe(50);
});

test('a first change is shown without waiting', () => {
  const store = createLiveStore();
  store.enqueue([change('c1', 'OPENED')]);
  vi.advanceTimersByTime(0);
  expect(store.getState().incidents.size).toBe(1);
});

test('a change that follows the first is shown without waiting, a third one with what comes meanwhile', () => {
  const store = createLiveStore();
  const shown = (cursor: string, id: string) => {
    store.enqueue([change(cursor, 'OPENED', { id })]);
    vi.advanceTimersByTime(10);
    return store.getState().incidents.size;
  };
  expect([shown('c1', 'a'), shown('c2', 'b'), shown('c3', 'c'), shown('c4', 'd')]).toEqual([1, 2, 2, 2]);
  vi.advanceTimersByTime(flushEveryMs);
  expect(store.getState().incidents.size).toBe(4);
});
