import { startEmbeddedPostgres } from '../../server/src/persistence/embeddedPostgres.ts';
import { databaseUrl, withAdmin } from '../support/databaseServer.ts';
import { makeDataFolder, type ServerProcess, spawnServer, spawnServerBy } from '../support/serverProcess.ts';
import { bulkBodies, perRequest, sendBodies } from './bulkSignals.ts';
import { cpuSecondsOf } from './cpuTime.ts';

const connections = 4;
const requests = 16;
const turns = 12;
/** Each as many requests as a turn sends. */
const warmUpTurns = 4;

/** The signals of one request: what comes in most, and what the rollups cost most with. */
const loads = {
  /** They join what is open: nothing changes that is measured. */
  rollupCost: { bodies: () => bulkBodies(requests), goal: 1.1 },
  /** Every signal opens, resolves or reopens an incident. */
  rollupTurnoverCost: { bodies: turnoverBodies, goal: 1.1 },
} as const;

type Load = keyof typeof loads;

interface Side {
  readonly server: ServerProcess;
  readonly url: string;
  /** Of each turn. */
  readonly seconds: number[];
  readonly cpuSeconds: number[];
}

/**
 * What keeping the metrics' rollups costs ingest: the processor time that server and Postgres use for a signal, against the same without
 * them, of two servers in turn on one Postgres. What else the machine does meanwhile takes time but not theirs.
 */
export const rollupCost = {
  goals: {
    rollupCost: { atMost: loads.rollupCost.goal },
    rollupTurnoverCost: { atMost: loads.rollupTurnoverCost.goal },
  },
  // Of many turns each.
  rounds: 1,
  measure: async () => {
    const folder = await makeDataFolder();
    const postgres = await startEmbeddedPostgres({ dataDir: folder.path, log: () => {} });
    const values: Record<string, number> = {};
    const details: string[] = [];
    try {
      for (const load of Object.keys(loads) as Load[]) {
        const { ratio, detail } = await measure(load, postgres, folder.path);
        values[load] = ratio;
        details.push(detail);
      }
    } finally {
      await postgres.stop();
      await folder.remove();
    }
    return { values, detail: details.join('; ') };
  },
};

async function measure(load: Load, postgres: { url: string; pid: number }, folder: string) {
  const sides: Record<'with' | 'without', Side> = {
    with: await start(load, 'with', postgres.url, folder),
    without: await start(load, 'without', postgres.url, folder),
  };
  try {
    for (let turn = 0; turn < warmUpTurns + turns; turn += 1) {
      // Whoever goes first has the better start.
      const order = turn % 2 === 0 ? [sides.with, sides.without] : [sides.without, sides.with];
      for (const side of order) await send(side, load, postgres.pid, turn >= warmUpTurns);
    }
  } finally {
    for (const { server } of Object.values(sides)) {
      server.kill('SIGTERM');
      await server.ended;
    }
  }
  const signals = requests * perRequest;
  const micros = ({ cpuSeconds }: Side) => (1e6 * calm(cpuSeconds)) / signals;
  const rate = ({ seconds }: Side) => Math.round(signals / calm(seconds));
  return {
    ratio: calm(sides.with.cpuSeconds) / calm(sides.without.cpuSeconds),
    detail:
      `${load}: ${micros(sides.with).toFixed(1)} µs of processor a signal with, ${micros(sides.without).toFixed(1)} µs without, ` +
      `${rate(sides.with)} and ${rate(sides.without)} signals/s`,
  };
}

async function start(load: Load, which: 'with' | 'without', url: string, folder: string): Promise<Side> {
  const name = `${load}_${which}`.toLowerCase();
  await withAdmin(url, (sql) => sql`create database ${sql(name)}`);
  const variables = { DATABASE_URL: databaseUrl(url, name), VIGIL_DATA_DIR: `${folder}/${name}`, LOG_LEVEL: 'error' };
  const server =
    which === 'with' ? spawnServer(variables) : spawnServerBy('test/bench/serverWithoutRollups.ts', variables);
  return { server, url: await server.url(), seconds: [], cpuSeconds: [] };
}

async function send(side: Side, load: Load, postgresPid: number, counts: boolean): Promise<void> {
  const cpuSeconds = () => cpuSecondsOf(side.server.pid) + cpuSecondsOf(postgresPid);
  const before = cpuSeconds();
  const rate = await sendBodies(
    { url: side.url, token: side.server.token },
    loads[load].bodies(),
    requests,
    connections,
  );
  if (!counts) return;
  side.seconds.push((requests * perRequest) / rate);
  side.cpuSeconds.push(cpuSeconds() - before);
}

/** The lower quartile: what else the machine does, a vacuum and the compiler only ever add. */
function calm(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN;
}

/** Alerts of as many services that fire in one request and are over in the next. */
function turnoverBodies(): string[] {
  const body = (state: 'FIRING' | 'RESOLVED') =>
    JSON.stringify({
      query: `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }`,
      variables: {
        inputs: Array.from({ length: perRequest }, (_, place) => ({
          source: 'bench',
          service: `service-${place}`,
          title: `Alert ${place}`,
          dedupKey: `alert-${place}`,
          reportedSeverity: 'HIGH',
          state,
        })),
      },
    });
  return [body('FIRING'), body('RESOLVED')];
}
