import type { Sql } from 'postgres';
import { revisionChannel } from '../../persistence/revisions.ts';
import type { Ticks } from './feedTicks.ts';
import { createTickCount } from './tickCount.ts';

/**
 * Tells that something was revised, on this or another server. Listens from the first time that somebody holds it until the database is
 * closed: the connection is there for the feed anyway, and to stop and begin again at the same time is a race within the client.
 */
export function createRevisionTicks(sql: Sql): Ticks {
  const { tick, count, changed } = createTickCount();
  let listening: Promise<unknown> | null = null;

  return {
    count,
    changed,
    hold: async () => {
      // Ticks once more when the connection was lost and is there again: nobody knows what was said meanwhile.
      listening ??= sql.listen(revisionChannel, tick, tick);
      try {
        await listening;
      } catch (error) {
        listening = null;
        throw error;
      }
      return () => {};
    },
  };
}
