import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { openJobQueue } from '../../server/src/jobs/jobQueue.ts';
import { startEmbeddedPostgres } from '../../server/src/persistence/embeddedPostgres.ts';
import { migrateDatabase } from '../../server/src/persistence/migrate.ts';
import { databaseUrl, withAdmin } from './databaseServer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server's URL, and on it a migrated database without rows to clone. */
    testPostgres: { url: string; template: string };
  }
}

type Shared = { url: string; template: string; stop: () => Promise<void> };

/** Each project loads this file on its own; they all share one server by way of the process. */
const shared = globalThis as typeof globalThis & { vigilTestPostgres?: { users: number; started: Promise<Shared> } };

/** Vitest's global setup: one Postgres for the whole run, or the one that `DATABASE_URL` names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.vigilTestPostgres ??= { users: 0, started: start() };
  const use = shared.vigilTestPostgres;
  use.users += 1;
  const { url, template, stop } = await use.started;
  project.provide('testPostgres', { url, template });
  return async () => {
    use.users -= 1;
    if (use.users === 0) await stop();
  };
}

async function start(): Promise<Shared> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startTemporary();
  const template = `vigil_template_${process.pid}_${Date.now()}`;
  try {
    await withAdmin(server.url, (sql) => sql`create database ${sql(template)}`);
    const url = databaseUrl(server.url, template);
    await migrateDatabase(url);
    // The queue's own tables too, so that not every test has to make them.
    await (await openJobQueue({ url }, pino({ level: 'silent' }))).close();
  } catch (cause) {
    await server.stop();
    throw new Error('The database that the tests clone could not be made', { cause });
  }
  return {
    url: server.url,
    template,
    stop: async () => {
      if (given) await withAdmin(server.url, (sql) => sql`drop database if exists ${sql(template)} with (force)`);
      await server.stop();
    },
  };
}

async function startTemporary(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vigil-test-postgres-'));
  // As root, Postgres runs as somebody else, who has to get through.
  await chmod(dataDir, 0o711);
  const messages: string[] = [];
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log: (message) => messages.push(message) });
    // Nothing in here outlives the run. The fault tests switch it on again for themselves.
    await withAdmin(url, async (sql) => {
      await sql`alter system set fsync = off`;
      await sql`select pg_reload_conf()`;
    });
    return {
      url,
      stop: async () => {
        await stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await rm(dataDir, { recursive: true, force: true });
    throw new Error(`The tests' Postgres did not start\n${messages.join('\n')}`, { cause });
  }
}
