import { forkScript } from './forkScript.ts';
import type { Ground } from './ground.ts';
import type { FromHttpPeer } from './httpPeer.ts';
import { requestsPerSecond } from './requestsPerSecond.ts';

/**
 * One durable signal a request, against Apollo endpoints on the same framework, in processes of their own as the server is: one whose
 * resolver does nothing, and one whose resolver stores each signal by a transaction through the query builder.
 */
export const singleIngest = {
  goals: { singleIngest: { atLeast: 1.8 }, singleOverBuilder: { atLeast: 20 } },
  measure: async (ground: Ground) => {
    const idle = await peerRate(ground.token);
    const builder = await peerRate(ground.token, ground.bareDatabaseUrl);
    const ours = await requestsPerSecond(`${ground.url}/graphql`, ground.token);
    return {
      values: { singleIngest: ours / idle, singleOverBuilder: ours / builder },
      detail: `${Math.round(ours)} signals/s, idle Apollo ${Math.round(idle)} requests/s, through the builder ${Math.round(builder)} signals/s`,
    };
  },
};

async function peerRate(token: string, ...args: readonly string[]): Promise<number> {
  const peer = forkScript<never, FromHttpPeer>('httpPeer.ts', ...args);
  try {
    const { url } = await peer.find((message) => message);
    return await requestsPerSecond(`${url}/graphql`, token);
  } finally {
    await peer.close();
  }
}
