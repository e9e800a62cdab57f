import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { documentBounds } from '../bounds.ts';
import { admitOperation } from './admitOperation.ts';
import type { GraphQLContext } from './context.ts';
import { presentError, statusOfErrors } from './presentError.ts';

/** GraphQL over HTTP. Its document store parses and validates each document once. */
export function createApollo(schema: GraphQLSchema, log: Logger): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema,
    logger: log,
    // Whoever asks has a token: the route lets nobody else in.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    persistedQueries: false,
    parseOptions: { maxTokens: documentBounds.tokens },
    formatError: (formatted, error) => presentError(error, log, formatted.extensions?.code),
    plugins: [ApolloServerPluginLandingPageDisabled(), admission, statusByErrors],
  });
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
      const refusal = admitOperation({ schema, document, operation, variables, viewer: contextValue.viewer });
      if (refusal) throw refusal;
    },
  }),
};

/** An answer without data has the status of its errors, so that senders who look no further know whether to try again. */
const statusByErrors: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || body.singleResult.data || !body.singleResult.errors?.length) return;
      const { errors } = body.singleResult;
      if (http.status === undefined || http.status === 500) http.status = statusOfErrors(errors);
      const wait = errors.find(({ extensions }) => typeof extensions?.retryAfter === 'number')?.extensions?.retryAfter;
      if (wait !== undefined) http.headers.set('retry-after', String(wait));
    },
  }),
};
