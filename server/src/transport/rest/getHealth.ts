import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { App } from '../../application/app.ts';

const patienceMs = 2_000;

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

async function databaseAnswers({ database }: App): Promise<boolean> {
  const over = new AbortController();
  const answered = database.sql`select 1`.then(
    () => true,
    () => false,
  );
  const late = sleep(patienceMs, false, { signal: over.signal }).catch(() => false);
  return Promise.race([answered, late]).finally(() => over.abort());
}
