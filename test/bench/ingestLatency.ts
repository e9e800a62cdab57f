import autocannon from 'autocannon';
import { openDatabase } from '../../server/src/persistence/database.ts';
import type { Ground } from './ground.ts';
import { singleBody, singleHeaders } from './singleSignal.ts';

const connections = 64;
const seconds = 4;
const commits = 500;

/** How long one accepted signal takes at half of the top rate, 99th percentile, against a bare durable commit of one row. */
export const ingestLatency = {
  goals: { ingestLatency: { atMost: 5 } },
  measure: async (ground: Ground) => {
    const bareMs = await bareCommitP99Ms(ground);
    const request = {
      url: `${ground.url}/graphql`,
      connections,
      method: 'POST' as const,
      headers: singleHeaders(ground.token),
      body: singleBody,
    };
    const top = await autocannon({ ...request, duration: seconds });
    const half = Math.floor(top.requests.average / 2);
    const paced = await autocannon({ ...request, duration: seconds, overallRate: half });
    if (paced.non2xx > 0 || paced.errors > 0) throw new Error(`${paced.non2xx} refusals, ${paced.errors} errors`);
    return {
      values: { ingestLatency: paced.latency.p99 / bareMs },
      detail: `p99 ${paced.latency.p99} ms at ${half} signals/s, a bare commit ${bareMs.toFixed(1)} ms`,
    };
  },
};

/** One connection, one row a commit. */
async function bareCommitP99Ms({ bareDatabaseUrl }: Ground): Promise<number> {
  const database = openDatabase({ url: bareDatabaseUrl, maxConnections: 1 });
  try {
    await database.sql`create table if not exists bare_commit (id bigint generated always as identity primary key, at timestamptz)`;
    const took: number[] = [];
    for (let commit = 0; commit < commits; commit += 1) {
      const started = performance.now();
      await database.sql`insert into bare_commit (at) values (now())`;
      took.push(performance.now() - started);
    }
    return took.sort((a, b) => a - b)[Math.floor(commits * 0.99)] ?? Number.NaN;
  } finally {
    await database.close();
  }
}
