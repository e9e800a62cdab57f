import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeDataFolder, type ServerProcess, spawnServer } from '../support/serverProcess.ts';
import { changeFields } from './boardChange.ts';
import { openCrowd } from './crowdProcess.ts';
import type { Ground } from './ground.ts';
import { requestsPerSecond } from './requestsPerSecond.ts';

const subscribers = 4000;
const warmUp = 200;
/** A few beats, and with them the garbage of so many handshakes. */
const settleMs = 8000;

interface Target {
  readonly url: string;
  readonly token: string;
}

const query = `subscription { incidentFeed { head serverTime changes { ${changeFields} } } }`;

/**
 * What a board that waits costs a server of its own, which has nothing else to do: resident memory with boards less that without, once what
 * is garbage has been collected. Left to itself, a server that has nothing to do collects it much later.
 */
export const idleSubscriberMemory = {
  goals: { idleSubscriberKb: { atMost: 25 } },
  measure: async ({ bareDatabaseUrl }: Ground) => {
    const folder = await makeDataFolder();
    const server = spawnServer({
      DATABASE_URL: bareDatabaseUrl,
      VIGIL_DATA_DIR: folder.path,
      LOG_LEVEL: 'error',
      NODE_OPTIONS: `--require ${JSON.stringify(fileURLToPath(new URL('collectOnSignal.cjs', import.meta.url)))}`,
    });
    try {
      const target = { url: await server.url(), token: server.token };
      // What the first few make the server compile and allocate is no matter of how many there are.
      const first = await openCrowd({ ...target, count: warmUp, query, variables: {} });
      await sleep(settleMs);
      await first.close();
      // Nor is the young generation, which fills all of its pages with garbage before any of it is looked at.
      await requestsPerSecond(`${target.url}/graphql`, target.token, JSON.stringify({ query: '{ __typename }' }));
      const before = await residentBytes(server, target);
      const crowd = await openCrowd({ ...target, count: subscribers, query, variables: {} });
      await sleep(settleMs);
      const after = await residentBytes(server, target);
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

async function residentBytes(server: ServerProcess, target: Target): Promise<number> {
  server.kill('SIGUSR2');
  // The first answer comes while it collects, or after that.
  await readResident(target);
  return await readResident(target);
}

async function readResident({ url, token }: Target): Promise<number> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(await response.text())?.[1];
  if (bytes === undefined) throw new Error('The server does not say how much memory it has');
  return Number(bytes);
}
