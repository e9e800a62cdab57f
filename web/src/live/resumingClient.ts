import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from 'graphql-ws';

/**
 * A client whose subscriptions go on where they stopped. After a lost connection graphql-ws sends each subscription again,
 * serialising the payload at that moment: `after` as a getter therefore names the newest cursor instead of the first one.
 */
export function resuming(client: Client): Client {
  return {
    ...client,
    subscribe<Data, Extensions>(payload: SubscribePayload, sink: Sink<FormattedExecutionResult<Data, Extensions>>) {
      const variables = payload.variables;
      if (!variables || !('after' in variables)) return client.subscribe(payload, sink);
      let newest: unknown = variables.after;
      const resumed = Object.defineProperty({ ...variables }, 'after', { enumerable: true, get: () => newest });
      return client.subscribe<Data, Extensions>(
        { ...payload, variables: resumed },
        {
          next(result) {
            newest = cursorOf(result) ?? newest;
            sink.next(result);
          },
          error: (error) => sink.error(error),
          complete: () => sink.complete(),
        },
      );
    },
  };
}

/** The cursor behind everything that a result has delivered: `head` of a batch, `cursor` of a single change. */
export function cursorOf(result: { readonly data?: unknown }): string | undefined {
  if (typeof result.data !== 'object' || result.data === null) return undefined;
  for (const field of Object.values(result.data)) {
    if (typeof field !== 'object' || field === null) continue;
    if ('head' in field && typeof field.head === 'string') return field.head;
    if ('cursor' in field && typeof field.cursor === 'string') return field.cursor;
  }
  return undefined;
}
