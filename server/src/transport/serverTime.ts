import type { Clock } from '../persistence/clock.ts';

/** The database's clock without a query for each look at it. */
export interface ServerTime {
  now(): Promise<Date>;
}

const keepMs = 1000;

/** Asks the database at most once a second and counts on from there. */
export function createServerTime(clock: Clock): ServerTime {
  let known: { time: number; at: number } | null = null;
  let asking: Promise<Date> | null = null;

  async function ask(): Promise<Date> {
    try {
      const time = await clock.now();
      known = { time: time.getTime(), at: performance.now() };
      return time;
    } finally {
      asking = null;
    }
  }

  return {
    now: async () => {
      const elapsedMs = known === null ? keepMs : performance.now() - known.at;
      if (known !== null && elapsedMs < keepMs) return new Date(Math.round(known.time + elapsedMs));
      asking ??= ask();
      return await asking;
    },
  };
}
