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
import { admitOperation } from '../graphql/admitOperation.ts';
import { createContext, type GraphQLContext, type Shared } from '../graphql/context.ts';
import { createLoaders } from '../graphql/loaders.ts';
import { presentError } from '../graphql/presentError.ts';
import { createDocumentCache } from './documentCache.ts';
import { subscribeShared } from './eventExecution.ts';

/** What a socket may do once it is let in: the same as over HTTP, and subscriptions. */
export interface SocketOperations {
  /** Arguments to execute an operation with, or the errors that refuse it. `open` counts the socket's operations, this one too. */
  admit(payload: SubscribePayload, viewer: Viewer, open: number): ExecutionArgs | readonly GraphQLError[];
  execute(args: ExecutionArgs): Promise<ExecutionResult>;
  subscribe(args: ExecutionArgs): ReturnType<typeof subscribeShared>;
  /** An execution's result with its errors as they may be seen. */
  present(result: ExecutionResult): FormattedExecutionResult;
  /** How many queries and mutations are being executed. */
  inFlight(): number;
}

export function createSocketOperations(schema: GraphQLSchema, shared: Shared): SocketOperations {
  const readDocument = createDocumentCache(schema);
  const { log } = shared.app;
  let inFlight = 0;

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
      const refusal = admitOperation({ schema, document, operation, variables: variableValues, viewer });
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
    subscribe: (args) =>
      subscribeShared(args, (rootValue) => ({
        ...args,
        rootValue,
        // Loaders remember what they loaded; an event must not see what an earlier one saw.
        contextValue: { ...(args.contextValue as GraphQLContext), loaders: createLoaders(shared.app) },
      })),
    present: ({ errors, ...result }) => ({
      ...result,
      ...(errors && { errors: errors.map((error) => presentError(error, log)) }),
    }),
  };
}
