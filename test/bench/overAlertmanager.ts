import { alertsToPost, startAlertmanager } from './alertmanagerPeer.ts';
import { perRequest, postBodies, sendBulk } from './bulkSignals.ts';
import type { Ground } from './ground.ts';
import { requestsPerSecond } from './requestsPerSecond.ts';

const bulkRequests = 80;
const warmUpRequests = 20;
const connections = 16;

/** Signals, stored and decided, against alerts posted to Alertmanager, which it keeps in memory: 500 a request, and one. */
export const overAlertmanager = {
  goals: { bulkOverAlertmanager: { atLeast: 0.9 }, singleOverAlertmanager: { atLeast: 0.6 } },
  measure: async (ground: Ground) => {
    const peer = await startAlertmanager();
    try {
      const url = `${peer.url}/api/v2/alerts`;
      await postBulk(url, warmUpRequests);
      const theirBulk = await postBulk(url, bulkRequests);
      const theirSingles = await requestsPerSecond(url, ground.token, JSON.stringify(alertsToPost(1)));
      await sendBulk(ground, warmUpRequests, connections);
      const bulk = await sendBulk(ground, bulkRequests, connections);
      const singles = await requestsPerSecond(`${ground.url}/graphql`, ground.token);
      return {
        values: { bulkOverAlertmanager: bulk / theirBulk, singleOverAlertmanager: singles / theirSingles },
        detail: `by 500: ${Math.round(bulk)} signals/s, Alertmanager ${Math.round(theirBulk)} alerts/s; one by one: ${Math.round(singles)} and ${Math.round(theirSingles)}`,
      };
    } finally {
      await peer.close();
    }
  },
};

/** Alerts a second. */
function postBulk(url: string, requests: number): Promise<number> {
  const bodies = [JSON.stringify(alertsToPost(perRequest))];
  const headers = { 'content-type': 'application/json' };
  return postBodies({ url, headers, bodies, requests, connections, isAnswer: () => true });
}
