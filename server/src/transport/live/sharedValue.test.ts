import { expect, test } from 'vitest';
import type { ChangeFeed } from '../../feed/changeFeed.ts';
import type { FeedChange } from '../../feed/feedChange.ts';
import { createFeedTicks } from './feedTicks.ts';
import { createSharedValue } from './sharedValue.ts';

/** A feed that delivers a batch at each call of `change`. */
function fakeFeed() {
  let wake = () => {};
  const feed: Pick<ChangeFeed, 'head' | 'follow'> = {
    head: async () => 'c0',
    follow: async function* (_after, signal) {
      signal.addEventListener('abort', () => wake(), { once: true });
      while (!signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (!signal.aborted) yield [] as FeedChange[];
      }
    },
  };
  return { feed, change: () => wake() };
}

function shared(compute: () => Promise<number>, recheckMs = 60_000) {
  const { feed, change } = fakeFeed();
  const failures: unknown[] = [];
  const onError = (error: unknown) => failures.push(error);
  const value = createSharedValue({
    ticks: createFeedTicks(feed, onError),
    compute,
    mark: String,
    atMostEveryMs: 20,
    recheckMs: () => recheckMs,
    onError,
  });
  return { value, change, failures };
}

test('all who follow share one computation, and each has the value at once', async () => {
  let computed = 0;
  const { value } = shared(async () => ++computed);
  const stop = new AbortController();
  const [first, second] = [value.follow(stop.signal), value.follow(stop.signal)];
  expect([(await first.next()).value, (await second.next()).value]).toEqual([1, 1]);
  expect(value.followers()).toBe(2);
  stop.abort();
  await Promise.all([first.return(), second.return()]);
  expect(value.followers()).toBe(0);
});

test('a change brings a new value, no sooner than allowed', async () => {
  let computed = 0;
  const { value, change } = shared(async () => ++computed);
  const stop = new AbortController();
  const follower = value.follow(stop.signal);
  await follower.next();
  const started = performance.now();
  change();
  expect((await follower.next()).value).toBe(2);
  expect(performance.now() - started).toBeGreaterThan(10);
  stop.abort();
  await follower.return();
});

test('an equal value is not delivered again', async () => {
  const values = [1, 1, 2];
  const { value } = shared(async () => values.shift() ?? 2, 5);
  const stop = new AbortController();
  const follower = value.follow(stop.signal);
  expect([(await follower.next()).value, (await follower.next()).value]).toEqual([1, 2]);
  stop.abort();
  await follower.return();
});

test('what cannot be computed at all fails its followers, what fails later is tried again', async () => {
  const stop = new AbortController();
  const never = shared(() => Promise.reject(new Error('wrong range')));
  await expect(never.value.follow(stop.signal).next()).rejects.toThrow('wrong range');

  let computed = 0;
  const flaky = shared(async () => {
    computed += 1;
    if (computed === 2) throw new Error('database away');
    return computed;
  }, 5);
  const follower = flaky.value.follow(stop.signal);
  expect([(await follower.next()).value, (await follower.next()).value]).toEqual([1, 3]);
  expect(flaky.failures).toHaveLength(1);
  stop.abort();
  await follower.return();
});
