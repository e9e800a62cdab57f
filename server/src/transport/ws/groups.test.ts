import { type ExecutionArgs, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Role } from '../../domain/access.ts';
import type { ChangeFeed } from '../../feed/changeFeed.ts';
import { LiveSource } from '../live/liveSource.ts';
import type { Frames } from './frames.ts';
import { createGroups } from './groups.ts';
import { LiveSubscription } from './liveSubscription.ts';
import { readFrames } from './testing/readFrames.ts';

/** Groups over one value that the test changes; they count how often it is followed and rendered. */
function open() {
  let say = (_value: number | null) => {};
  const counts = { followed: 0, following: 0, rendered: 0 };
  const values = async function* (signal: AbortSignal) {
    counts.followed += 1;
    counts.following += 1;
    const said: (number | null)[] = [1];
    let wake = () => {};
    say = (value) => {
      said.push(value);
      wake();
    };
    signal.addEventListener('abort', () => wake());
    try {
      while (!signal.aborted) {
        const next = said.shift();
        if (next === null) return;
        if (next !== undefined) yield next;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      counts.following -= 1;
    }
  };
  const value = {
    type: GraphQLInt,
    args: { after: { type: GraphQLString }, of: { type: GraphQLString } },
    subscribe: () => new LiveSource<{ value: number }>('value', { kind: 'values', values }),
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { none: { type: GraphQLInt } } }),
    subscription: new GraphQLObjectType({ name: 'Subscription', fields: { value } }),
  });
  const groups = createGroups({
    feed: {} as ChangeFeed,
    serverTime: { now: async () => new Date() },
    figures: {} as never,
    renderer: () => async (roots) => {
      counts.rendered += roots.length;
      return roots.map((root) => Buffer.from(JSON.stringify(root)));
    },
  });

  async function subscribe(args: Omit<ExecutionArgs, 'schema'>, role: Role = 'VIEWER') {
    const received: unknown[] = [];
    const subscription = await groups.subscribe({ schema, ...args }, role);
    if (!(subscription instanceof LiveSubscription)) throw new Error('Refused');
    const push = (frames: Frames) => void received.push(...readFrames(frames).map((text) => JSON.parse(text)));
    subscription.deliverTo({
      outbox: { busy: () => false, ready: async () => {}, push },
      id: Buffer.from(`"${role}"`),
    });
    const ended = subscription.next();
    await settle();
    return { received, ended, stop: () => subscription.return() };
  }
  return { subscribe, counts, say: (value: number | null) => say(value) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const document = parse('subscription ($after: String, $of: String) { value(after: $after, of: $of) }');
const next = (id: string, value: number) => ({ id, type: 'next', payload: { value } });

test('subscribers that ask the same share one execution, whatever their cursors; one that comes later gets the newest at once', async () => {
  const { subscribe, counts, say } = open();
  const first = await subscribe({ document, variableValues: { after: 'a', of: 'x' } });
  const second = await subscribe({ document, variableValues: { of: 'x', after: 'b' } });
  say(2);
  await settle();
  expect(first.received).toEqual([next('VIEWER', 1), next('VIEWER', 2)]);
  expect(second.received).toEqual(first.received);
  expect(counts).toEqual({ followed: 1, following: 1, rendered: 2 });
  await Promise.all([first.stop(), second.stop()]);
});

test.each<[string, Omit<ExecutionArgs, 'schema'>, Role]>([
  ['another document', { document: parse('subscription { value }') }, 'VIEWER'],
  ['other variables', { document, variableValues: { of: 'y' } }, 'VIEWER'],
  ['other rights', { document, variableValues: { of: 'x' } }, 'ADMIN'],
])('a subscriber with %s has an execution of its own', async (_what, args, role) => {
  const { subscribe, counts } = open();
  const one = await subscribe({ document, variableValues: { of: 'x' } });
  const other = await subscribe(args, role);
  expect([one.received, other.received]).toEqual([[next('VIEWER', 1)], [next(role, 1)]]);
  expect(counts).toEqual({ followed: 2, following: 2, rendered: 2 });
  await Promise.all([one.stop(), other.stop()]);
});

test('what nobody follows any more is no longer followed, and is followed anew by whoever comes next', async () => {
  const { subscribe, counts } = open();
  const [one, two] = [await subscribe({ document }), await subscribe({ document })];
  await one.stop();
  await settle();
  expect(counts.following).toBe(1);
  await two.stop();
  await settle();
  expect(counts.following).toBe(0);
  expect(await one.ended).toEqual({ done: true, value: undefined });
  const three = await subscribe({ document });
  expect(three.received).toEqual([next('VIEWER', 1)]);
  expect(counts).toMatchObject({ followed: 2, following: 1 });
  await three.stop();
});

test('values that end complete their subscribers, after the last value', async () => {
  const { subscribe, say } = open();
  const one = await subscribe({ document });
  say(2);
  say(null);
  expect(await one.ended).toEqual({ done: true, value: undefined });
  expect(one.received).toEqual([next('VIEWER', 1), next('VIEWER', 2)]);
});
