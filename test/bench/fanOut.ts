import { setTimeout as sleep } from 'node:timers/promises';
import { feedHead, openBenchFeed } from './benchFeed.ts';
import { changeFields } from './boardChange.ts';
import { openCrowd } from './crowdProcess.ts';
import type { Ground } from './ground.ts';
import { type PeerKind, startPeer } from './peerProcess.ts';

const query = `subscription ($after: String) { incidentChanged(after: $after) { ${changeFields} } }`;
const changesPerCommit = 50;
/** How many messages each is measured with; the peers are slower. */
const messages = { vigil: 1_000_000, graphqlWs: 30_000, mercurius: 30_000, ws: 200_000 };
/** The sockets' subscriptions have begun after this. */
const settleMs = 1000;

/** All subscribers ask the same; messages a second until the last of them has the last. */
export const fanOut1000 = fanOut(1000);
export const fanOut5000 = fanOut(5000);

function fanOut(subscribers: 1000 | 5000) {
  const name = `fanOut${subscribers}` as const;
  return {
    goals: { [name]: { atLeast: 20 }, [`${name}OverRawBroadcast`]: { atLeast: 3 } },
    measure: async (ground: Ground) => {
      const graphqlWs = await peerRate('graphqlWs', subscribers);
      const mercurius = await peerRate('mercurius', subscribers);
      const raw = await peerRate('ws', subscribers);
      const ours = await vigilRate(ground, subscribers);
      const figures = { graphqlWs, mercurius, 'raw broadcast': raw, vigil: ours };
      const detail = Object.entries(figures).map(([who, rate]) => `${who} ${Math.round(rate)} messages/s`);
      return {
        values: { [name]: ours / Math.max(graphqlWs, mercurius), [`${name}OverRawBroadcast`]: ours / raw },
        detail: detail.join(', '),
      };
    },
  };
}

async function peerRate(kind: PeerKind, subscribers: number): Promise<number> {
  const peer = await startPeer(kind);
  const crowd = await openCrowd({ url: peer.url, token: 'none', count: subscribers, query, variables: {} });
  try {
    await sleep(settleMs);
    const changes = Math.ceil(messages[kind] / subscribers);
    let published = 0;
    return await warmRate(changes * subscribers, async () => {
      peer.publish(changes);
      published += changes;
      await crowd.received(published * subscribers);
    });
  } finally {
    await crowd.close();
    await peer.close();
  }
}

async function vigilRate(ground: Ground, subscribers: number): Promise<number> {
  const variables = { after: await feedHead(ground) };
  const crowd = await openCrowd({ url: ground.url, token: ground.token, count: subscribers, query, variables });
  const feed = openBenchFeed(ground.databaseUrl);
  const perCommit = changesPerCommit * subscribers;
  try {
    await sleep(settleMs);
    const commits = Math.ceil(messages.vigil / perCommit);
    let committed = 0;
    return await warmRate(commits * perCommit, async () => {
      for (let commit = 0; commit < commits; commit += 1) {
        await feed.commit(changesPerCommit);
        committed += 1;
        // Two commits are under way at any time: the sockets are never idle, and never have to hold more than that.
        await crowd.received((committed - 1) * perCommit);
      }
      await crowd.received(committed * perCommit);
    });
  } finally {
    await crowd.close();
    await feed.close();
  }
}

/** Messages a second the second time: compiled code first, for everyone. */
async function warmRate(count: number, run: () => Promise<void>): Promise<number> {
  await run();
  const start = performance.now();
  await run();
  return count / ((performance.now() - start) / 1000);
}
