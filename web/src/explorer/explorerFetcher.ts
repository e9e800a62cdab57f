import { type ApolloClient, ApolloLink } from '@apollo/client';
import type { GraphiQL } from 'graphiql';
import { parse, separateOperations } from 'graphql';
import type { ComponentProps } from 'react';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];
type Result = Awaited<ReturnType<Fetcher>>;

/**
 * Sends what is typed into the explorer the way the board sends its own operations: with the session's token, queries and
 * mutations over HTTP, subscriptions over the one WebSocket. Apollo's cache is left out.
 */
export function explorerFetcher(client: ApolloClient): Fetcher {
  return ({ query, operationName, variables }, options): Result => {
    const document = options?.documentAST ?? parse(query);
    // A link takes one operation; GraphiQL sends all that stand in the editor.
    const operation = separateOperations(document)[operationName ?? ''] ?? document;
    // GraphiQL's type asks for error objects; what it shows is the JSON of the wire.
    return ApolloLink.execute(client.link, { query: operation, variables }, { client }) as Result;
  };
}
