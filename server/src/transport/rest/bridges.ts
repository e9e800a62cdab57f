import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '../../application/app.ts';
import { ingestSignals } from '../../application/ingestSignals.ts';
import { parseSignal } from '../../application/parseSignal.ts';
import type { Bridge, BridgedSignal } from '../../bridges/bridge.ts';
import { recordAt, textAt } from '../../bridges/read.ts';
import { bridges, findBridge } from '../../bridges/registry.ts';
import type { UserError } from '../../domain/userError.ts';
import { basicOf, bearerOf, requires } from '../authenticate.ts';
import { maxSignalsPerRequest } from '../bounds.ts';
import { TransportFailure } from '../failure.ts';
import type { ServerTime } from '../serverTime.ts';

/** More of them help nobody. */
const maxErrors = 50;

interface BridgeAnswer {
  accepted: number;
  rejected: number;
  errors: UserError[];
}

/** Some tools can send no header of their own, but take `https://any:TOKEN@host`. */
const bridgeSecret = {
  secretOf: ({ headers }: FastifyRequest) => bearerOf(headers.authorization) ?? basicOf(headers.authorization),
  schemes: ['Bearer', 'Basic'],
};

/** What speaks to PagerDuty has its key in the body, so that is read first. */
const routingKey = {
  ...bridgeSecret,
  secretOf: (request: FastifyRequest) => bridgeSecret.secretOf(request) ?? textAt(recordAt(request.body).routing_key),
};

/**
 * `POST /bridges/:name`: takes what a monitoring tool posts. 200 once it is stored, even when single signals were refused: a tool that is
 * told off sends the same again, or drops all of it. 400 only when the payload is not the tool's at all.
 * `POST /v2/enqueue`: the same for PagerDuty's events, answered as PagerDuty does.
 */
export function registerBridges(fastify: FastifyInstance, app: App, serverTime: ServerTime): void {
  // In a context of its own: the rest of the server takes plain JSON only.
  void fastify.register(async (scope) => {
    const asJson = scope.getDefaultJsonParser('error', 'error');
    scope.addContentTypeParser(/^application\/[\w.-]+\+json/, { parseAs: 'string' }, asJson);
    scope.post<{ Params: { name: string } }>(
      '/bridges/:name',
      { onRequest: requires('ingest', bridgeSecret) },
      async (request, reply) => {
        const bridge = findBridge(request.params.name);
        if (bridge === null) {
          const known = Object.keys(bridges).join(', ');
          throw new TransportFailure('NOT_FOUND', `There is no such bridge. There are: ${known}.`);
        }
        const answer = await take(scope, app, bridge, request, await serverTime.now());
        return reply.code(answer.isForeign ? 400 : 200).send(answer.body);
      },
    );
    scope.post('/v2/enqueue', { preHandler: requires('ingest', routingKey) }, async (request, reply) => {
      const answer = await take(scope, app, bridges.pagerduty, request, await serverTime.now());
      const [error] = answer.body.errors;
      if (error !== undefined) {
        const errors = answer.body.errors.map(({ message }) => message);
        return reply.code(400).send({ status: 'invalid event', message: error.message, errors });
      }
      const dedupKey = answer.dedupKey ?? textAt(recordAt(request.body).dedup_key);
      return reply.code(202).send({ status: 'success', message: 'Event processed', dedup_key: dedupKey });
    });
  });
}

interface Taken {
  /** The payload is not the tool's at all. */
  readonly isForeign: boolean;
  readonly body: BridgeAnswer;
  /** Of the last signal that was stored. */
  readonly dedupKey: string | null;
}

async function take(
  fastify: FastifyInstance,
  app: App,
  bridge: Bridge,
  request: FastifyRequest,
  now: Date,
): Promise<Taken> {
  const parsed = bridge.parse(request.body, request.headers, now);
  if (!parsed.ok) {
    return { isForeign: true, body: { accepted: 0, rejected: 0, errors: [...parsed.errors] }, dedupKey: null };
  }
  return await ingest(fastify, app, parsed.signals, now);
}

async function ingest(
  { figures }: FastifyInstance,
  app: App,
  signals: readonly BridgedSignal[],
  now: Date,
): Promise<Taken> {
  let dedupKey: string | null = null;
  const answer: BridgeAnswer = { accepted: 0, rejected: 0, errors: [] };
  for (let start = 0; start < signals.length; start += maxSignalsPerRequest) {
    const some = signals.slice(start, start + maxSignalsPerRequest);
    const results = await ingestSignals(
      app,
      some.map(({ input, field, groupKey }) => parseSignal(input, field, now, groupKey)),
    );
    figures.countIngest(results);
    for (const result of results) {
      if (result.outcome !== 'REJECTED') {
        answer.accepted += 1;
        dedupKey = result.signal?.dedupKey ?? dedupKey;
        continue;
      }
      answer.rejected += 1;
      answer.errors.push(...result.userErrors.slice(0, maxErrors - answer.errors.length));
    }
  }
  return { isForeign: false, body: answer, dedupKey };
}
