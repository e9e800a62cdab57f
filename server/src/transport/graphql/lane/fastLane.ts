import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { viewerOf } from '../../authenticate.ts';
import { headOfFailure } from '../answerHead.ts';
import { createContext, type Shared } from '../context.ts';
import { presentError } from '../presentError.ts';
import { contentTypeFor } from './contentType.ts';
import { createKnownDocuments, type PrepareAt } from './knownDocuments.ts';
import type { PersistedDocuments } from './persistedDocuments.ts';
import { recognise } from './recognise.ts';

/** `off` leaves everything to Apollo; the others say when a document is prepared. */
export type FastLaneMode = 'off' | PrepareAt;

export interface FastLaneOptions {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  readonly persisted: PersistedDocuments;
  readonly mode: FastLaneMode;
  /** Answers whatever the fast lane does not. */
  readonly apollo: (request: FastifyRequest, reply: FastifyReply) => unknown;
}

/**
 * Answers a POST whose document is known, valid and admitted without Apollo's pipeline, and everything else through it: byte for byte the
 * same answers. Whenever there is something to explain (refusals, variables that do not fit, errors of a query) nothing has been done
 * that may not be done again, and Apollo explains. Only a mutation that failed has to be answered here.
 */
export function createFastLane(
  options: FastLaneOptions,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const { schema, shared, persisted, mode, apollo } = options;
  const { app, figures } = shared;
  if (mode === 'off') return async (request, reply) => await apollo(request, reply);
  const documents = createKnownDocuments(schema, mode);

  return async (request, reply) => {
    const contentType = request.method === 'POST' ? contentTypeFor(request.headers.accept) : null;
    const known = contentType === null ? null : recognise(request.body, documents, persisted);
    const viewer = viewerOf(request);
    if (contentType === null || known === null || !known.operation.admits(viewer, known.variables)) {
      figures.graphqlRequests.apollo += 1;
      return await apollo(request, reply);
    }
    const { operation, variables } = known;
    const result = await operation.execute(createContext(shared, viewer, request.id), variables);
    const nothingRan = result.data === undefined;
    if (nothingRan || (result.errors !== undefined && !operation.isMutation)) {
      figures.graphqlRequests.apollo += 1;
      return await apollo(request, reply);
    }
    figures.graphqlRequests[operation.isCompiled ? 'compiled' : 'prepared'] += 1;
    reply.header('content-type', contentType).header('cache-control', 'no-store');
    if (result.errors === undefined) return `${JSON.stringify({ data: result.data })}\n`;
    return bodyOfFailure(result, reply, app.log);
  };
}

function bodyOfFailure({ data, errors }: ExecutionResult, reply: FastifyReply, log: Logger): string {
  const presented = errors?.map((error) => presentError(error, log, 'INTERNAL_SERVER_ERROR'));
  const head = headOfFailure(data, presented);
  if (head !== null) reply.code(head.status);
  if (head?.retryAfterSeconds != null) reply.header('retry-after', String(head.retryAfterSeconds));
  return `${JSON.stringify({ errors: presented, data })}\n`;
}
