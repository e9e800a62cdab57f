import { expect, test } from 'vitest';
import { type Gathered, type GatherOptions, gatherFeed } from './gatherFeed.ts';

interface Change {
  readonly position: number;
  readonly cursor: string;
  readonly service: string;
}

const change = (position: number, service = 'checkout'): Change => ({ position, cursor: `c${position}`, service });

const options: GatherOptions<Change> = {
  head: 'c0',
  keep: () => true,
  gatherMs: 20,
  beatMs: 100,
  most: 3,
  now: () => performance.now(),
};

/** Delivers what is given at once, then stays silent until the signal aborts. */
async function* feedOf(signal: AbortSignal, ...batches: Change[][]): AsyncGenerator<Change[]> {
  yield* batches;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

async function take(
  count: number,
  batches: Change[][],
  changes: Partial<GatherOptions<Change>> = {},
): Promise<Gathered<Change>[]> {
  const stop = new AbortController();
  const taken: Gathered<Change>[] = [];
  for await (const batch of gatherFeed(feedOf(stop.signal, ...batches), stop.signal, { ...options, ...changes })) {
    taken.push(batch);
    if (taken.length === count) stop.abort();
  }
  return taken;
}

const positions = (batches: readonly Gathered<Change>[]) =>
  batches.map(({ changes }) => changes.map(({ position }) => position));

test('changes that come together are one batch, whose head is the last of them', async () => {
  const batches = await take(1, [[change(1)], [change(2), change(3)]]);
  expect(positions(batches)).toEqual([[1, 2, 3]]);
  expect(batches[0]?.head).toBe('c3');
});

test('many changes are split, and each part has a head to resume from', async () => {
  const batches = await take(3, [[1, 2, 3, 4, 5, 6, 7].map((position) => change(position))]);
  expect(positions(batches)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  expect(batches.map(({ head }) => head)).toEqual(['c3', 'c6', 'c7']);
});

test('a silent feed beats: first within a gathering, then at most a beat apart', async () => {
  const started = performance.now();
  const batches = await take(2, []);
  expect(batches).toEqual([
    { changes: [], head: 'c0' },
    { changes: [], head: 'c0' },
  ]);
  expect(performance.now() - started).toBeLessThan(200);
});

test('the head moves on behind changes that are not kept', async () => {
  const keep = ({ service }: Change) => service === 'search';
  const batches = await take(1, [[change(1, 'search'), change(2)], [change(3)]], { keep });
  expect(positions(batches)).toEqual([[1]]);
  expect(batches[0]?.head).toBe('c3');
});

test('a feed that fails hands its error on', async () => {
  const failing = (async function* (): AsyncGenerator<Change[]> {
    yield [change(1)];
    throw new Error('too old');
  })();
  const read = async () => {
    for await (const _batch of gatherFeed(failing, new AbortController().signal, options));
  };
  await expect(read()).rejects.toThrow('too old');
});
