import type { FastifyInstance } from 'fastify';
import type { App } from '../../application/app.ts';
import { ingestSignals } from '../../application/ingestSignals.ts';
import { parseSignal } from '../../application/parseSignal.ts';
import type { BridgedSignal } from '../../bridges/bridge.ts';
import { bridges, findBridge } from '../../bridges/registry.ts';
import type { UserError } from '../../domain/userError.ts';
import { requires } from '../authenticate.ts';
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

/**
 * `POST /bridges/:name`: takes what a monitoring tool posts. 200 once it is stored, even when single signals were refused: a tool that is
 * told off sends the same again, or drops all of it. 400 only when the payload is not the tool's at all.
 */
export function registerBridges(fastify: FastifyInstance, app: App, serverTime: ServerTime): void {
  fastify.post<{ Params: { name: string } }>(
    '/bridges/:name',
    { onRequest: requires('ingest') },
    async (request, reply) => {
      const bridge = findBridge(request.params.name);
      if (bridge === null) {
        const known = Object.keys(bridges).join(', ');
        throw new TransportFailure('NOT_FOUND', `There is no such bridge. There are: ${known}.`);
      }
      const now = await serverTime.now();
      const parsed = bridge.parse(request.body, request.headers, now);
      if (!parsed.ok) {
        return reply
          .code(400)
          .send({ accepted: 0, rejected: 0, errors: parsed.errors } satisfies Record<keyof BridgeAnswer, unknown>);
      }
      return await ingest(fastify, app, parsed.signals, now);
    },
  );
}

async function ingest(
  { figures }: FastifyInstance,
  app: App,
  signals: readonly BridgedSignal[],
  now: Date,
): Promise<BridgeAnswer> {
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
        continue;
      }
      answer.rejected += 1;
      answer.errors.push(...result.userErrors.slice(0, maxErrors - answer.errors.length));
    }
  }
  return answer;
}
