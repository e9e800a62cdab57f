import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { sendBulk } from './bulkSignals.ts';
import type { Ground } from './ground.ts';

const requestsPerRound = 16;
/** An ordinary load, not the top rate: an hour of that would be twenty gigabytes. */
const pauseMs = 3_000;
const connections = 4;
/** What every batch writes anew. The others only grow by what they are given. */
const updated = ['incident', 'alert', 'baseline', 'tally', 'feed'];

/** How large the tables that every batch updates are at the end of a long ingest, against how large they were after half of it. */
export const soak = {
  goals: { soakGrowth: { atMost: 1.25 } },
  rounds: 1,
  measure: async (ground: Ground, { minutes }: { minutes: number }) => {
    const database = openDatabase({ url: ground.databaseUrl, maxConnections: 1 });
    try {
      const started = performance.now();
      const share = () => (performance.now() - started) / (minutes * 60_000);
      let settled: number | null = null;
      let signals = 0;
      while (share() < 1) {
        await sendBulk(ground, requestsPerRound, connections);
        signals += requestsPerRound * 500;
        await sleep(pauseMs);
        if (share() >= 0.5) settled ??= await sizeOf(database);
      }
      const last = await sizeOf(database);
      return {
        values: { soakGrowth: last / (settled ?? last) },
        detail: `${signals} signals in ${minutes} min; ${Math.round((settled ?? last) / 1024)} kB after half of that, ${Math.round(last / 1024)} kB at the end`,
      };
    } finally {
      await database.close();
    }
  },
};

/** Bytes, with indexes and what is stored out of line. */
async function sizeOf({ sql }: Database): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select sum(pg_total_relation_size(name::regclass))::float8 as bytes from unnest(${updated}::text[]) as name`;
  return row?.bytes ?? Number.NaN;
}
