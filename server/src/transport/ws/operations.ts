import { randomUUID } from 'node:crypto';
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import type { FormattedExecutionResult, SubscribePayload } from 'graphql-ws';
import type { Viewer } from '../../domain/access.ts';
import { socketBounds } from '../bounds.ts';
import { admitRequest } from '../graphql/admitOperation.ts';
import { createContext, type GraphQLContext, type Shared } from '../graphql/context.ts';
import { presentError } from '../graphql/presentError.ts';
import { createDocumentCache } from './documentCache.ts';
import { createGroups } from './groups.ts';
import type { LiveSubscription } from './liveSubscription.ts';

/** What a socket may do once it is let in: the same as over HTTP, and subscriptions. */
export interface SocketOperations {
  /** Arguments to execute an operation with, or the errors that refuse it. `open` counts the socket's operations, this one too. */
  admit(payload: SubscribePayload, viewer: Viewer, open: number): ExecutionArgs | readonly GraphQLError[];
  execute(args: ExecutionArgs): Promise<ExecutionResult>;
  subscribe(args: ExecutionArgs): Promise<ExecutionResult | LiveSubscription>;
  /** An execution's result with its errors as they may be seen. */
  present(result: ExecutionResult): FormattedExecutionResult;
  /** How many queries and mutations are being executed. */
  inFlight(): number;
}

export function createSocketOperations(schema: GraphQLSchema, shared: Shared): SocketOperations {
  const readDocument = createDocumentCache(schema);
  const { log } = shared.app;
  let inFlight = 0;

  function present({ errors, ...result }: ExecutionResult): FormattedExecutionResult {
    return { ...result, ...(errors && { errors: errors.map((error) => presentError(error, log)) }) };
  }

  const groups = createGroups({
    feed: shared.app.feed,
    serverTime: shared.serverTime,
    figures: shared.figures,
    renderer: (args) => (rootValues) => {
      // Loaders remember what they loaded: new ones, so that no event sees what an earlier one saw.
      const contextValue = createContext(shared, viewerOf(args), randomUUID());
      return Promise.all(
        rootValues.map(async (rootValue) => {
          const result = await execute({ ...args, rootValue, contextValue });
          return Buffer.from(JSON.stringify(present(result)));
        }),
      );
    },
  });

  return {
    inFlight: () => inFlight,
    admit: ({ query, operationName, variables }, viewer, open) => {
      if (open > socketBounds.subscriptionsPerSocket) {
        const message = `A socket may have ${socketBounds.subscriptionsPerSocket} operations open at a time.`;
        return [new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } })];
      }
      const read = readDocument(query);
      if ('errors' in read) return read.errors;
      const { document } = read;
      const operation = getOperationAST(document, operationName);
      if (!operation) {
        const message = operationName ? `There is no operation named ${operationName}.` : 'Name the operation to run.';
        return [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })];
      }
      const variableValues = variables ?? {};
      const refusal = admitRequest({ schema, document, operation, variables: variableValues, viewer });
      if (refusal) return [refusal];
      const contextValue = createContext(shared, viewer, randomUUID());
      return { schema, document, operationName: operationName ?? null, variableValues, contextValue };
    },
    execute: async (args) => {
      inFlight += 1;
      try {
        return await execute(args);
      } finally {
        inFlight -= 1;
      }
    },
    subscribe: (args) => groups.subscribe(args, viewerOf(args).role),
    present,
  };
}

function viewerOf({ contextValue }: ExecutionArgs): Viewer {
  return (contextValue as GraphQLContext).viewer;
}
