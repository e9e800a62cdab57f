import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { PolicySource } from '../../server/src/config.ts';
import { type RunningServer, startServer } from '../../server/src/server.ts';
import type { FastLaneMode } from '../../server/src/transport/graphql/lane/fastLane.ts';
import { createTestDatabase, type TestDatabase } from './testDatabase.ts';

export interface TestVigil {
  readonly url: string;
  /** The administrator's. */
  readonly token: string;
  readonly app: RunningServer['app'];
  /** Moves the server's time on; it never goes back. */
  advance(milliseconds: number): void;
  /** Stops this server and starts another on the same database and address. */
  restart(): Promise<TestVigil>;
  /** Stops the server and drops its database. */
  close(): Promise<void>;
}

export interface TestVigilOptions {
  /** A preset's name, or a policy as YAML. */
  readonly policy?: string;
  /** Run on this database, which the caller drops. */
  readonly database?: TestDatabase;
  /** Any free one when it is not given. */
  readonly port?: number;
  /** Which GraphQL requests go past Apollo; as in production when it is not given. */
  readonly fastLane?: FastLaneMode;
  /** How many signals may wait to be stored. */
  readonly intakeBound?: number;
  /** Whether it says that it plays the demo. */
  readonly demo?: boolean;
}

/** When set, tests get this for their server: the same tests then run against something that stands in its place. */
export const stage: { startInstead: ((options: TestVigilOptions) => Promise<TestVigil>) | null } = {
  startInstead: null,
};

/** Starts the whole server on a free port, with a database of its own. */
export async function startVigil(options: TestVigilOptions = {}): Promise<TestVigil> {
  return stage.startInstead === null ? await startOneVigil(options) : await stage.startInstead(options);
}

export async function startOneVigil(options: TestVigilOptions): Promise<TestVigil> {
  const database = options.database ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'vigil-test-'));
  let offsetMs = 0;
  const server = await startServer({
    config: {
      host: '127.0.0.1',
      port: options.port ?? 0,
      databaseUrl: database.url,
      dataDir,
      adminToken: 'administrator-of-the-tests',
      policy: await policySource(options.policy ?? 'load-v2', dataDir),
      publicUrl: null,
      signalDays: 30,
      logLevel: 'silent',
    },
    log: pino({ level: 'silent' }),
    clockOffsetMs: () => offsetMs,
    fastLane: options.fastLane,
    intakeBound: options.intakeBound,
    demo: options.demo,
  });
  const stop = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return {
    url: server.url,
    token: server.adminToken,
    app: server.app,
    advance: (milliseconds) => {
      offsetMs += milliseconds;
    },
    restart: async () => {
      await stop();
      const next = await startOneVigil({ ...options, database, port: Number(new URL(server.url).port) });
      if (options.database !== undefined) return next;
      return { ...next, close: () => next.close().then(() => database.drop()) };
    },
    close: async () => {
      await stop();
      if (options.database === undefined) await database.drop();
    },
  };
}

async function policySource(policy: string, folder: string): Promise<PolicySource> {
  if (policy === 'seed-v1' || policy === 'load-v2') return { kind: 'preset', preset: policy };
  const path = join(folder, 'policy.yaml');
  await writeFile(path, policy);
  return { kind: 'file', path };
}
