import { type BareWriter, openBareWriter } from './bareWriter.ts';
import { perRequest, sendBulk } from './bulkSignals.ts';
import type { Ground } from './ground.ts';

const requests = 80;
const warmUpRequests = 20;
const connections = 16;
const bareClients = 2;

/**
 * Bulk ingest, 500 signals a request, with all engines on, against the same rows (signals, alerts, incidents, baselines, counts, changes)
 * written by two clients with the same set-based statements and nothing else.
 */
export const bulkIngest = {
  goals: { bulkIngest: { atLeast: 0.75 } },
  measure: async (ground: Ground) => {
    const bare = await bareRate(ground);
    await sendBulk(ground, warmUpRequests, connections);
    const full = await sendBulk(ground, requests, connections);
    return {
      values: { bulkIngest: full / bare },
      detail: `${Math.round(full)} signals/s, the same rows bare ${Math.round(bare)} signals/s`,
    };
  },
};

async function bareRate({ bareDatabaseUrl }: Ground): Promise<number> {
  const writers: BareWriter[] = [];
  try {
    for (let client = 0; client < bareClients; client += 1) writers.push(await openBareWriter(bareDatabaseUrl, client));
    const write = (batches: number) => Promise.all(writers.map((writer) => writer.write(batches / bareClients)));
    await write(warmUpRequests);
    const started = performance.now();
    await write(requests);
    return (requests * perRequest) / ((performance.now() - started) / 1000);
  } finally {
    for (const writer of writers) await writer.close();
  }
}
