import type { FastifyInstance } from 'fastify';
import type { App } from '../../application/app.ts';
import { databaseAnswers } from '../readiness.ts';

/** `GET /health`: open, as it was. */
export function registerGetHealth(fastify: FastifyInstance, app: App): void {
  fastify.get('/health', async (_request, reply) => {
    const healthy = await databaseAnswers(app);
    return reply.code(healthy ? 200 : 503).send({
      status: healthy ? 'healthy' : 'unhealthy',
      service: 'Vigil',
      database: healthy ? 'connected' : 'unreachable',
    });
  });
}
