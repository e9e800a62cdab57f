import type { Clock } from '../persistence/clock.ts';

/** The database's clock without a query for each look at it. */
export interface ServerTime {
  now(): Promise<Date>;
}

const keepMs = 1000;

/** Asks the database at most once a second and counts on from there; for longer while the database does not answer. */
export function createServerTime(clock: Clock): ServerTime {
  let known: { time: number; at: number } | null = null;
  let asking: Promise<Date> | null = null;
  const countOn = ({ time, at }: { time: number; at: number }) => new Date(Math.round(time + performance.now() - at));

  async function ask(): Promise<Date> {
    try {
      const time = await clock.now();
      known = { time: time.getTime(), at: performance.now() };
      return time;
    } catch (error) {
      // Whoever only tells the time, as a silent feed does, need not end because the database is away for a moment.
      if (known === null) throw error;
      return countOn(known);
    } finally {
      asking = null;
    }
  }

  return {
    now: async () => {
      if (known !== null && performance.now() - known.at < keepMs) return countOn(known);
      asking ??= ask();
      return await asking;
    },
  };
}
