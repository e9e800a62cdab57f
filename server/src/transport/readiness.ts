import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { App } from '../application/app.ts';

/** A database that takes longer than this does not serve requests either. */
const patienceMs = 2000;

/** Answers 200 when the database answers, else 503. */
export async function answerReadiness(app: App, reply: FastifyReply): Promise<FastifyReply> {
  const ready = await databaseAnswers(app);
  return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database does not answer' });
}

/** Whether the database answers within a moment. Never throws. */
export async function databaseAnswers({ database, log }: App): Promise<boolean> {
  const over = new AbortController();
  try {
    const asked = database.sql`select 1`.then(() => true);
    asked.catch(() => {});
    return await Promise.race([asked, sleep(patienceMs, false, { signal: over.signal })]);
  } catch (error) {
    log.warn({ err: error }, 'The database does not answer');
    return false;
  } finally {
    over.abort();
  }
}
