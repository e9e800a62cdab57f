import type { Client, Sink, SubscribePayload } from 'graphql-ws';
import { expect, test } from 'vitest';
import { cursorOf, resuming } from './resumingClient.ts';

/** Keeps what it is given, as graphql-ws keeps it to send it again. */
function recordingClient() {
  const subscriptions: { payload: SubscribePayload; sink: Sink<{ data?: unknown }> }[] = [];
  const client: Pick<Client, 'subscribe'> = {
    subscribe(payload, sink) {
      subscriptions.push({ payload, sink: sink as Sink<{ data?: unknown }> });
      return () => undefined;
    },
  };
  return { client: client as Client, subscriptions };
}

const sink = { next: () => undefined, error: () => undefined, complete: () => undefined };

test('a subscription that is sent again asks for what came after the newest batch', () => {
  const { client, subscriptions } = recordingClient();
  resuming(client).subscribe({ query: 'subscription', variables: { after: 'c1', filter: null } }, sink);
  const [sent] = subscriptions;
  expect(JSON.parse(JSON.stringify(sent?.payload)).variables).toEqual({ after: 'c1', filter: null });
  sent?.sink.next({ data: { incidentFeed: { head: 'c7', changes: [] } } });
  sent?.sink.next({ data: { incidentFeed: { head: 'c9', changes: [] } } });
  expect(JSON.parse(JSON.stringify(sent?.payload)).variables).toEqual({ after: 'c9', filter: null });
});

test('a subscription without a cursor is passed on as it is', () => {
  const { client, subscriptions } = recordingClient();
  const payload = { query: 'subscription', variables: {} };
  resuming(client).subscribe(payload, sink);
  expect(subscriptions[0]?.payload).toBe(payload);
});

test.each([
  ['a batch', { data: { incidentFeed: { head: 'h' } } }, 'h'],
  ['a single change', { data: { incidentChanged: { cursor: 'c' } } }, 'c'],
  ['an error', { data: null }, undefined],
  ['something else', { data: { systemStatusChanged: { message: 'Stable' } } }, undefined],
] as const)('the cursor of %s', (_name, result, cursor) => {
  expect(cursorOf(result)).toBe(cursor);
});
