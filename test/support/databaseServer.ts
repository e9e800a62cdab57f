import postgres, { type Sql } from 'postgres';
import { postgresTarget } from '../../server/src/persistence/connectionUrl.ts';

/** The URL of another database on the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Runs statements on a connection of their own and closes it. */
export async function withAdmin<Result>(serverUrl: string, run: (sql: Sql) => Promise<Result>): Promise<Result> {
  const target = postgresTarget(serverUrl);
  const sql = postgres(target.url, { ...target.options, max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
