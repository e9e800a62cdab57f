import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { documentBounds } from '../bounds.ts';
import { admitRequest } from './admitOperation.ts';
import { headOfFailure } from './answerHead.ts';
import type { GraphQLContext } from './context.ts';
import type { PersistedDocuments } from './lane/persistedDocuments.ts';
import { presentError } from './presentError.ts';

/** GraphQL over HTTP, whatever comes. Its document store parses and validates each document once. */
export function createApollo(
  schema: GraphQLSchema,
  log: Logger,
  persisted: PersistedDocuments,
): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema,
    logger: log,
    // Whoever asks has a token: the route lets nobody else in.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    persistedQueries: { cache: persisted.cache, ttl: null },
    parseOptions: { maxTokens: documentBounds.tokens },
    formatError: (formatted, error) => presentError(error, log, codeOf(formatted, error)),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every field of the schema, for a header that is always the same here.
      ApolloServerPluginCacheControlDisabled(),
      admission,
      heads,
    ],
  });
}

/** What Apollo calls an error. Some of its refusals (a hash that does not fit its document) have a status and no code. */
function codeOf(formatted: GraphQLFormattedError, error: unknown): unknown {
  const extensions = error instanceof GraphQLError ? error.extensions : {};
  const { http } = extensions as { http?: { status?: number } };
  return extensions.code === undefined && http?.status === 400 ? 'BAD_REQUEST' : formatted.extensions?.code;
}

const admission: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (!operation) return;
      if (operation.operation === 'subscription') {
        throw new GraphQLError('Subscriptions go over WebSocket: connect to this address with graphql-transport-ws.', {
          extensions: { code: 'BAD_REQUEST' },
        });
      }
      const variables = request.variables ?? {};
      const refusal = admitRequest({ schema, document, operation, variables, viewer: contextValue.viewer });
      if (refusal) throw refusal;
    },
  }),
};

const heads: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      http.headers.set('cache-control', 'no-store');
      if (body.kind !== 'single') return;
      const head = headOfFailure(body.singleResult.data, body.singleResult.errors);
      if (head === null) return;
      if (http.status === undefined || http.status === 500) http.status = head.status;
      if (head.retryAfterSeconds !== null) http.headers.set('retry-after', String(head.retryAfterSeconds));
    },
  }),
};
