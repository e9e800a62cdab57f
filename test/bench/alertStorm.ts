import { requestGraphQL } from '../support/request.ts';
import { feedHead } from './benchFeed.ts';
import { alerts, perRequest, sendBulk, services } from './bulkSignals.ts';
import type { Ground } from './ground.ts';

const signals = 100_000;
const connections = 16;

/** 100,000 signals of 200 alerts in 20 services on an empty database: few incidents, few changes for subscribers, no refusal. */
export const alertStorm = {
  goals: { stormIncidents: { atMost: 25 }, stormChangesPercent: { atMost: 1 } },
  rounds: 1,
  measure: async (ground: Ground) => {
    const rate = await sendBulk(ground, signals / perRequest, connections);
    const incidents = await incidentsOf(ground);
    const changes = positionOf(await feedHead(ground));
    return {
      values: { stormIncidents: incidents, stormChangesPercent: (100 * changes) / signals },
      detail: `${signals} signals of ${alerts} alerts in ${services} services: ${incidents} incidents, ${changes} changes, none refused, ${Math.round(rate)} signals/s`,
    };
  },
};

async function incidentsOf(ground: Ground): Promise<number> {
  const { data } = await requestGraphQL<{ incidents: { totalCount: number } }>(ground, '{ incidents { totalCount } }');
  if (!data) throw new Error('The server does not say how many incidents there are');
  return data.incidents.totalCount;
}

/** A cursor ends in the number of changes before it. */
function positionOf(cursor: string): number {
  return Number.parseInt(cursor.split('-')[1] ?? '', 36);
}
