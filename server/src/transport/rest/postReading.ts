import type { FastifyInstance } from 'fastify';
import type { App } from '../../application/app.ts';
import type { StoredResult } from '../../application/ingestResult.ts';
import { ingestSignals } from '../../application/ingestSignals.ts';
import { parseSignal } from '../../application/parseSignal.ts';
import { readSystemStatus, type SystemStatus } from '../../application/readSystemStatus.ts';
import { requires } from '../authenticate.ts';
import type { ServerTime } from '../serverTime.ts';
import { fieldOfReading, type ReadingFault, signalOfReading } from './reading.ts';

/** `POST /api/incident`: takes a reading and answers what was decided. */
export function registerPostReading(fastify: FastifyInstance, app: App, serverTime: ServerTime): void {
  fastify.post('/api/incident', { onRequest: requires('ingest') }, async (request, reply) => {
    const made = signalOfReading(request.body);
    if ('error' in made) return reply.code(400).send(made);
    const results = await ingestSignals(app, [parseSignal(made.input, [], await serverTime.now())]);
    fastify.figures.countIngest(results);
    const [result] = results;
    if (result === undefined) throw new Error('The reading was not answered');
    if (result.outcome === 'REJECTED') {
      const [error] = result.userErrors;
      const fault: ReadingFault = {
        error: error?.message.replaceAll('occurredAt', 'timestamp') ?? 'The reading was refused.',
        field: fieldOfReading(error?.field?.[0]),
      };
      return reply.code(400).send(fault);
    }
    return answer(result, await readSystemStatus(app));
  });
}

function answer({ incident, decision }: StoredResult, system: SystemStatus) {
  return {
    incident_id: incident?.number ?? null,
    severity: decision.severity,
    recommended_action: decision.recommendedAction,
    stress_score: decision.stress,
    reason: decision.reason,
    status: incident?.status ?? 'LOGGED',
    escalation_active: system.escalationActive,
    escalation_message: system.message,
  };
}
