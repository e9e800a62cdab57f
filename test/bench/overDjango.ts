import { startDjango } from './djangoPeer.ts';
import type { Ground } from './ground.ts';
import { requestsPerSecond } from './requestsPerSecond.ts';

/** One decided and stored signal a request, against Django with one insert a request, which decides nothing; both durable. */
export const overDjango = {
  goals: { overDjango: { atLeast: 4 } },
  measure: async (ground: Ground) => {
    const peer = await startDjango(ground.bareDatabaseUrl);
    try {
      const theirs = await requestsPerSecond(peer.url, ground.token);
      const ours = await requestsPerSecond(`${ground.url}/graphql`, ground.token);
      return {
        values: { overDjango: ours / theirs },
        detail: `${Math.round(ours)} signals/s, Django ${Math.round(theirs)} inserts/s`,
      };
    } finally {
      await peer.close();
    }
  },
};
