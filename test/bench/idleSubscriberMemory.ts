import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder, spawnServer } from '../support/serverProcess.ts';
import { changeFields } from './boardChange.ts';
import { openCrowd } from './crowdProcess.ts';
import type { Ground } from './ground.ts';

const subscribers = 4000;
const warmUp = 200;
/** A few beats, and with them the garbage of so many handshakes. */
const settleMs = 8000;

const query = `subscription { incidentFeed { head serverTime changes { ${changeFields} } } }`;

/** What a board that waits costs a server of its own, which has nothing else to do: resident memory with boards less that without. */
export const idleSubscriberMemory = {
  goals: { idleSubscriberKb: { atMost: 25 } },
  measure: async ({ bareDatabaseUrl }: Ground) => {
    const folder = await makeDataFolder();
    const server = spawnServer({ DATABASE_URL: bareDatabaseUrl, VIGIL_DATA_DIR: folder.path, LOG_LEVEL: 'error' });
    try {
      const target = { url: await server.url(), token: server.token };
      // What the first few make the server compile and allocate is no matter of how many there are.
      const first = await openCrowd({ ...target, count: warmUp, query, variables: {} });
      await sleep(settleMs);
      await first.close();
      const before = await residentBytes(target);
      const crowd = await openCrowd({ ...target, count: subscribers, query, variables: {} });
      await sleep(settleMs);
      const after = await residentBytes(target);
      await crowd.close();
      const kilobytes = (after - before) / subscribers / 1024;
      const megabytes = [before, after].map((bytes) => Math.round(bytes / 2 ** 20));
      return {
        values: { idleSubscriberKb: kilobytes },
        detail: `${megabytes[0]} MB without, ${megabytes[1]} MB with ${subscribers} subscribers`,
      };
    } finally {
      server.kill('SIGTERM');
      await server.ended;
      await folder.remove();
    }
  },
};

async function residentBytes({ url, token }: { url: string; token: string }): Promise<number> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(await response.text())?.[1];
  if (bytes === undefined) throw new Error('The server does not say how much memory it has');
  return Number(bytes);
}
