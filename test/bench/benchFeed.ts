import { randomUUID } from 'node:crypto';
import { appendChanges } from '../../server/src/feed/appendChanges.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { requestGraphQL } from '../support/request.ts';
import { sampleIncident } from '../support/sampleIncident.ts';

/** Writes changes into a server's feed without the work that leads to them. */
export interface BenchFeed {
  /** Commits so many changes, of an incident each, in one transaction. */
  commit(count: number, title?: string): Promise<void>;
  close(): Promise<void>;
}

export function openBenchFeed(databaseUrl: string): BenchFeed {
  const database: Database = openDatabase({ url: databaseUrl, maxConnections: 4 });
  return {
    commit: async (count, title) => {
      const at = new Date();
      const changes = Array.from({ length: count }, () => {
        const incident = sampleIncident(randomUUID(), title === undefined ? {} : { title });
        return { kind: 'UPDATED' as const, at, previous: null, incident };
      });
      await database.sql.begin((tx) => appendChanges(tx, changes));
    },
    close: () => database.close(),
  };
}

/** The cursor at which a server's feed stands. */
export async function feedHead(server: { url: string; token: string }): Promise<string> {
  const { data } = await requestGraphQL<{ systemStatus: { feedHead: string } }>(
    server,
    '{ systemStatus { feedHead } }',
  );
  if (!data) throw new Error('The server does not say where its feed stands');
  return data.systemStatus.feedHead;
}
