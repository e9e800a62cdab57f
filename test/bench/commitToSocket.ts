import { setTimeout as sleep } from 'node:timers/promises';
import { feedHead, openBenchFeed } from './benchFeed.ts';
import { changeFields } from './boardChange.ts';
import { type Arrival, numberDigits, numberMark, openCrowd } from './crowdProcess.ts';
import type { Ground } from './ground.ts';

const boards = 1000;
const changesPerSecond = 50;
const seconds = 10;
/** Before that, until the code is compiled. */
const warmUpSeconds = 3;
const settleMs = 1000;
/** The last batches arrive within this. */
const drainMs = 2000;
/** A change may be cut in two where its number stands; such are not seen. */
const leastSeen = 0.98;

const query = `subscription ($after: String) { incidentFeed(after: $after) { head changes { ${changeFields} } } }`;

/** From a change's commit until its bytes are at each of 1,000 boards, the gathering of up to 100 ms included. */
export const commitToSocket = {
  goals: { commitToSocketP99Ms: { atMost: 250 } },
  measure: async ({ url, token, databaseUrl }: Ground) => {
    const variables = { after: await feedHead({ url, token }) };
    const crowd = await openCrowd({ url, token, count: boards, query, variables, arrivals: true });
    const feed = openBenchFeed(databaseUrl);
    try {
      await sleep(settleMs);
      const warmUp = changesPerSecond * warmUpSeconds;
      const changes = changesPerSecond * seconds;
      const committedAtMs = await Promise.all(
        Array.from({ length: warmUp + changes }, async (_, number) => {
          await sleep((number * 1000) / changesPerSecond);
          await feed.commit(1, `${numberMark}${String(number).padStart(numberDigits, '0')}`);
          return Date.now();
        }),
      );
      await sleep(drainMs);
      const measured = (await crowd.arrivals()).filter(({ number }) => number >= warmUp);
      const delays = delaysOf(measured, committedAtMs);
      if (delays.length < leastSeen * changes * boards) {
        throw new Error(`Only ${delays.length} of ${changes * boards} changes arrived`);
      }
      const [half, most] = [0.5, 0.99].map((share) => delays[Math.floor(share * delays.length)] ?? Number.NaN);
      return {
        values: { commitToSocketP99Ms: most ?? Number.NaN },
        detail: `${delays.length} changes at boards, p50 ${half} ms, p99 ${most} ms`,
      };
    } finally {
      await crowd.close();
      await feed.close();
    }
  },
};

/** From commit to arrival in ms, one for each change at each board, the shortest first. */
function delaysOf(arrivals: readonly Arrival[], committedAtMs: readonly number[]): Float64Array {
  const delays = arrivals.flatMap(({ number, atMs, count }) => {
    const committed = committedAtMs[number];
    return committed === undefined ? [] : Array.from({ length: count }, () => Math.max(0, atMs - committed));
  });
  return new Float64Array(delays).sort();
}
