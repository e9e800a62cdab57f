import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCompress from '@fastify/compress';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { requires, viewerOf } from './authenticate.ts';
import { limitBodyTime } from './bodyTimeout.ts';
import { bodyLimitBytes, bodyMs } from './bounds.ts';
import { describeFailure, type Failure, statusOfCode, TransportFailure } from './failure.ts';
import { admitText } from './graphql/admitOperation.ts';
import { createApollo } from './graphql/apollo.ts';
import { createContext, type Shared } from './graphql/context.ts';
import { createFastLane, type FastLaneMode } from './graphql/lane/fastLane.ts';
import { createPersistedDocuments } from './graphql/lane/persistedDocuments.ts';
import { presentError, presentFailure } from './graphql/presentError.ts';
import { registerPostIngest } from './ingestStream/postIngest.ts';
import { answerReadiness } from './readiness.ts';
import { registerBridges } from './rest/bridges.ts';
import { registerPostIncidentImport } from './rest/incidentImport/postIncidentImport.ts';
import { registerGetMetricsExport } from './rest/metricsExport/getMetricsExport.ts';
import { registerRest } from './rest/rest.ts';
import { securityHeaders } from './securityHeaders.ts';
import { isNavigation, serveStaticBoard } from './staticBoard.ts';

export interface HttpOptions {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  /** The folder of the built board; it need not exist. */
  readonly webFolder: string;
  readonly fastLane: FastLaneMode;
}

/** Every route of the server. Only those that do without `requires` are open. */
export async function buildHttp({ schema, shared, webFolder, fastLane }: HttpOptions): Promise<FastifyInstance> {
  const { app, authenticator, figures } = shared;
  const fastify = createFastify(shared);
  fastify.decorate('authenticator', authenticator);
  fastify.decorate('figures', figures);
  fastify.decorateRequest('viewer', null);
  await fastify.register(fastifyCompress, {
    threshold: 8192,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
  const sendBoard = await serveStaticBoard(fastify, webFolder);
  const persisted = createPersistedDocuments();
  const apollo = createApollo(schema, app.log, persisted);
  await apollo.start();
  fastify.addHook('onClose', () => apollo.stop());

  // Open.
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.get('/readyz', (_request, reply) => answerReadiness(app, reply));
  fastify.get('/', sendBoard);
  fastify.get('/dashboard', sendBoard);

  // Behind a token. A browser that goes to /metrics gets the board's page of that name; Prometheus never asks for HTML.
  const boardForBrowsers = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('vary', 'accept');
    if (isNavigation(request)) return sendBoard(request, reply);
  };
  fastify.get('/metrics', { onRequest: [boardForBrowsers, requires('read')] }, async (_request, reply) => {
    reply.type(figures.registry.contentType);
    return await figures.registry.metrics();
  });
  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: requires('anyone'),
    preHandler: refuseLongDocument,
    handler: createFastLane({
      schema,
      shared,
      persisted,
      mode: fastLane,
      apollo: fastifyApolloHandler(apollo, {
        context: async (request) => createContext(shared, viewerOf(request), request.id),
      }),
    }),
  });

  // POST /api/incident, POST /api/incident/:id/ack, POST /api/incident/:id/resolve, GET /api/metrics, and /health, which is open.
  registerRest(fastify, app, shared.serverTime);
  // GET /api/metrics/export, as CSV or JSON.
  registerGetMetricsExport(fastify, app);
  // POST /api/incidents/import, as CSV or NDJSON.
  registerPostIncidentImport(fastify, app, shared.serverTime);
  // POST /bridges/:name, in the format of the tool that the name says; POST /v2/enqueue, as PagerDuty has it.
  registerBridges(fastify, app, shared.serverTime);
  // POST /ingest, a signal a line.
  registerPostIngest(fastify, shared);

  fastify.setNotFoundHandler((request, reply) => {
    if (isNavigation(request)) return sendBoard(request, reply);
    throw new TransportFailure('NOT_FOUND', `There is no ${request.method} ${request.url.slice(0, 200)}.`);
  });
  return fastify;
}

function createFastify({ app, figures }: Shared): FastifyInstance {
  const fastify = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    // Of addresses that cannot be read; no hook runs for them.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(securityHeaders);
      void sendFailure(request, reply, describeFailure(error, request.log));
    },
    routerOptions: { ignoreTrailingSlash: true },
  });
  // Node's own way with what is no HTTP looks whether an answer has begun. Fastify's would write a second one into the middle of it.
  fastify.server.removeAllListeners('clientError');
  fastify.setErrorHandler((error: FastifyError, request, reply) =>
    sendFailure(request, reply, describeFailure(error, request.log)),
  );
  limitBodyTime(fastify, bodyMs);
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(securityHeaders);
    done();
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    figures.httpSeconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  return fastify;
}

/** Failures outside GraphQL's own handling: in GraphQL's form on its path, else `{ error: { code, message, … } }`. */
function sendFailure(request: FastifyRequest, reply: FastifyReply, failure: Failure): FastifyReply {
  const { code, message, field, id, retryAfterSeconds } = failure;
  reply.code(statusOfCode[code]).type('application/json; charset=utf-8');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (/^\/graphql\/?(\?|$)/.test(request.url)) return reply.send({ errors: [presentFailure(failure)] });
  return reply.send({ error: { code, message, ...(field && { field }), ...(id && { id }) } });
}

async function refuseLongDocument(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const sent: unknown = request.method === 'GET' ? request.query : request.body;
  const query = typeof sent === 'object' && sent !== null && 'query' in sent ? sent.query : null;
  const refusal = admitText(query);
  return refusal ? reply.code(400).send({ errors: [presentError(refusal, request.log)] }) : undefined;
}
