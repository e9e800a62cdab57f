import type { FastifyInstance } from 'fastify';
import { acknowledgeIncident } from '../../application/acknowledgeIncident.ts';
import type { App } from '../../application/app.ts';
import { resolveIncident } from '../../application/resolveIncident.ts';
import type { UserErrorCode } from '../../domain/userError.ts';
import { requires, viewerOf } from '../authenticate.ts';

const commands = [
  { path: 'ack', run: acknowledgeIncident, message: 'Incident acknowledged' },
  { path: 'resolve', run: resolveIncident, message: 'Incident resolved' },
] as const;

const statusOf: Record<UserErrorCode, number> = {
  NOT_FOUND: 404,
  INVALID: 400,
  ALREADY_RESOLVED: 400,
  WRONG_STATUS: 400,
  CONFLICT: 409,
  UNCHANGED: 409,
};

/** `POST /api/incident/:id/ack` and `/resolve`: the id is an incident's number or UUID. */
export function registerPostIncidentCommand(fastify: FastifyInstance, app: App): void {
  for (const { path, run, message } of commands) {
    fastify.post<{ Params: { id: string } }>(
      `/api/incident/:id/${path}`,
      { onRequest: requires('respond') },
      async (request, reply) => {
        const { incident, userErrors } = await run(app, viewerOf(request), { id: request.params.id });
        const [error] = userErrors;
        if (error !== undefined) return reply.code(statusOf[error.code]).send({ error: error.message });
        if (incident === null) throw new Error(`The command ${path} gave neither an incident nor an error`);
        return { message, incident_id: incident.number, status: incident.status };
      },
    );
  }
}
