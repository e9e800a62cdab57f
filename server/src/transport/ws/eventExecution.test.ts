import { type ExecutionArgs, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { expect, test } from 'vitest';
import { type EventResults, subscribeShared } from './eventExecution.ts';

interface Event {
  readonly count: number;
}

/** A schema that counts how often an event's field was resolved. */
function counting(events: readonly Event[]) {
  let resolved = 0;
  const event = new GraphQLObjectType<Event>({
    name: 'Event',
    fields: {
      count: {
        type: GraphQLInt,
        resolve: ({ count }) => {
          resolved += 1;
          return count;
        },
      },
    },
  });
  const field = {
    type: event,
    args: { after: { type: GraphQLString } },
    subscribe: async function* () {
      for (const one of events) yield { happened: one };
    },
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { none: { type: GraphQLInt } } }),
    subscription: new GraphQLObjectType({ name: 'Subscription', fields: { happened: field } }),
  });
  return { schema, resolved: () => resolved };
}

async function run(args: ExecutionArgs): Promise<unknown[]> {
  const results = (await subscribeShared(args, (rootValue) => ({ ...args, rootValue }))) as EventResults;
  const data: unknown[] = [];
  for await (const result of results) data.push(result.data);
  return data;
}

const query = 'subscription ($after: String) { happened(after: $after) { count } }';

test('subscribers that ask the same of the same event share its execution, whatever their cursors', async () => {
  const { schema, resolved } = counting([{ count: 1 }, { count: 2 }]);
  const ask = (after: string) => run({ schema, document: parse(query), variableValues: { after } });
  const [first, second] = await Promise.all([ask('a'), ask('b')]);
  expect(first).toEqual([{ happened: { count: 1 } }, { happened: { count: 2 } }]);
  expect(second).toEqual(first);
  expect(resolved()).toBe(2);
});

test('subscribers that ask something else have an execution of their own', async () => {
  const { schema, resolved } = counting([{ count: 1 }]);
  await run({ schema, document: parse(query) });
  expect(await run({ schema, document: parse('subscription { happened { number: count } }') })).toEqual([
    { happened: { number: 1 } },
  ]);
  expect(resolved()).toBe(2);
});

test('ending the results ends the source', async () => {
  let ended = false;
  const source = (async function* () {
    try {
      for (;;) yield { happened: { count: 1 } };
    } finally {
      ended = true;
    }
  })();
  const { schema } = counting([]);
  const happened = schema.getSubscriptionType()?.getFields().happened;
  if (happened) happened.subscribe = () => source;
  const args = { schema, document: parse(query) };
  const results = (await subscribeShared(args, (rootValue) => ({ ...args, rootValue }))) as EventResults;
  await results.next();
  await results.return();
  expect(ended).toBe(true);
});
