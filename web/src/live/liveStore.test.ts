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
