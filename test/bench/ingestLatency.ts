import { openDatabase } from '../../server/src/persistence/database.ts';
import type { Ground } from './ground.ts';
import { sendPaced } from './pacedRequests.ts';
import { requestsPerSecond } from './requestsPerSecond.ts';
import { singleBody, singleHeaders } from './singleSignal.ts';

const connections = 64;
const seconds = 4;
const warmUpSeconds = 1;
const commits = 500;

/** How long one accepted signal takes at half of the top rate, 99th percentile, against a bare durable commit of one row. */
export const ingestLatency = {
  goals: { ingestLatency: { atMost: 5 } },
  measure: async (ground: Ground) => {
    const bareMs = await bareCommitP99Ms(ground);
    const sent = { url: `${ground.url}/graphql`, headers: singleHeaders(ground.token), body: singleBody, connections };
    const top = await requestsPerSecond(sent.url, ground.token);
    const perSecond = Math.floor(top / 2);
    await sendPaced({ ...sent, perSecond, seconds: warmUpSeconds });
    const tookMs = (await sendPaced({ ...sent, perSecond, seconds })).sort((a, b) => a - b);
    const at = (share: number) => tookMs[Math.floor(tookMs.length * share)] ?? Number.NaN;
    return {
      values: { ingestLatency: at(0.99) / bareMs },
      detail: `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms at ${perSecond} signals/s, a bare commit ${bareMs.toFixed(1)} ms`,
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
