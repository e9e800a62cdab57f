import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { App } from './application/app.ts';
import { startClockwork } from './application/clockwork.ts';
import { openIngest } from './application/ingestBatch.ts';
import { KnowledgeCache } from './application/knowledge.ts';
import { buildRollupsOnce } from './application/metricRollups.ts';
import { RememberedDays } from './application/metrics/rememberedDays.ts';
import { openPolicies } from './application/policies.ts';
import { SignalIntake } from './application/signalIntake.ts';
import { storeBatch } from './application/storeBatch.ts';
import { ensureAdminToken } from './application/tokens.ts';
import { type PolicySource, publicUrlOf, type ServerConfig } from './config.ts';
import { type Policy, parsePolicyYaml, presets } from './engines/policy.ts';
import { openChangeFeed } from './feed/changeFeed.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { openJobQueue } from './jobs/jobQueue.ts';
import { databaseClock } from './persistence/clock.ts';
import { openDatabase } from './persistence/database.ts';
import { makeDataDir } from './persistence/dataDir.ts';
import { startEmbeddedPostgres } from './persistence/embeddedPostgres.ts';
import { migrateDatabase } from './persistence/migrate.ts';
import { makeSignalPartitions } from './persistence/partitions.ts';
import { randomId } from './persistence/randomId.ts';
import type { FastLaneMode } from './transport/graphql/lane/fastLane.ts';
import { startTransport } from './transport/serve.ts';

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface ServerOptions {
  readonly config: ServerConfig;
  readonly log: Logger;
  /** How far the server's time runs ahead of the database's; tests move it. */
  readonly clockOffsetMs?: () => number;
  /** Which GraphQL requests are answered without Apollo; tests compare. */
  readonly fastLane?: FastLaneMode | undefined;
  /** How many signals may wait to be stored; tests take few. */
  readonly intakeBound?: number | undefined;
  /** Whether it plays its demo. */
  readonly demo?: boolean | undefined;
}

export interface RunningServer {
  readonly app: App;
  /** Where people and tools reach it, without a trailing slash. */
  readonly url: string;
  readonly adminToken: string;
  /** Settles when the embedded Postgres has gone although nobody asked it to; never, on a given database. */
  readonly databaseLost: Promise<string>;
  /** Stops accepting, finishes what is in flight, closes the sockets, then everything behind them. May be called again. */
  close(): Promise<void>;
}

/** Starts all parts in the order in which they need each other; what had started is closed again when one fails. */
export async function startServer({
  config,
  log,
  clockOffsetMs,
  fastLane,
  intakeBound,
  demo = false,
}: ServerOptions): Promise<RunningServer> {
  const started: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= closeAll(started, log);
    return closing;
  };
  try {
    await makeDataDir(config.dataDir);
    const { url: databaseUrl, lost } = await findDatabase(config, log, started);
    await migrateDatabase(databaseUrl);
    const database = openDatabase({ url: databaseUrl });
    started.push(() => database.close());

    await buildRollupsOnce(database.sql, log);
    const clock = databaseClock(database.sql, clockOffsetMs);
    const policies = await openPolicies(database, clock, await readPolicy(config.policy, demo));
    const feed = await openChangeFeed({ database, log });
    started.push(() => feed.close());
    const jobs = await openJobQueue(database, log);
    started.push(() => jobs.close());
    const parts = {
      database,
      clock,
      policies,
      knowledge: new KnowledgeCache(),
      feed,
      jobs,
      days: new RememberedDays(),
      log,
      newId: randomId,
      demo,
    };
    const ingestBatch = openIngest(parts);
    const intake = new SignalIntake({
      storeBatch: (signals, onDecided) => storeBatch({ ingestBatch, log }, signals, onDecided),
      ...(intakeBound !== undefined && { bound: intakeBound }),
    });
    const app: App = { ...parts, intake };
    // Before the first signal: a partition that is attached later has to wait for those who write.
    await makeSignalPartitions(database.sql, await clock.now(), 1);

    const adminToken = await ensureAdminToken(app, {
      given: config.adminToken,
      file: join(config.dataDir, 'admin-token'),
    });
    await jobs.work(jobHandlers({ ...app, publicUrl: config.publicUrl, signalDays: config.signalDays }));
    const clockwork = startClockwork(app);
    started.push(() => clockwork.stop());
    const transport = await startTransport(app, { host: config.host, port: config.port, webFolder, fastLane });
    started.push(() => transport.close());
    return { app, url: publicUrlOf(config, transport.port), adminToken, databaseLost: lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function findDatabase(config: ServerConfig, log: Logger, started: (() => Promise<void>)[]) {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, lost: new Promise<string>(() => {}) };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: (message) => log.info(message) });
  started.push(() => embedded.stop());
  const lost = new Promise<string>((resolve) => {
    void embedded.exited.then(({ expected, logTail }) => {
      if (!expected) resolve(`The embedded Postgres has ended by itself: ${logTail}`);
    });
  });
  return { url: embedded.url, lost };
}

/** The policy that a new database starts with. Throws an error that lists what is wrong with a file. */
async function readPolicy(source: PolicySource, demo: boolean): Promise<Policy> {
  if (source.kind === 'preset') return demo ? staged(presets[source.preset]) : presets[source.preset];
  const parsed = parsePolicyYaml(await readFile(source.path, 'utf8'));
  if (parsed.ok) return parsed.policy;
  const faults = parsed.errors.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The policy in ${source.path} is not valid:\n${faults.join('\n')}`);
}

/**
 * The demo has a week's faults in minutes, so its services fire together all the time: grouping that learns would rightly take them for one.
 */
function staged(policy: Policy): Policy {
  if (policy.grouping.by !== 'learned') return policy;
  return { ...policy, name: `${policy.name}, by service`, grouping: { ...policy.grouping, by: 'service' } };
}

async function closeAll(started: readonly (() => Promise<void>)[], log: Logger): Promise<void> {
  for (const closeOne of started.toReversed()) {
    await closeOne().catch((error: unknown) => log.error({ err: error }, 'A part of the server did not close cleanly'));
  }
}
