import { withAdmin } from './databaseServer.ts';

/** A statement and how PostgreSQL went about it. */
export interface Plan {
  readonly statement: string;
  /** The lines of the plan. */
  readonly plan: string;
}

/**
 * From now on every new connection to the database is sent the plan of each statement that it runs, as a notice.
 * @see https://www.postgresql.org/docs/current/auto-explain.html
 */
export async function announcePlans(url: string): Promise<void> {
  await withAdmin(url, async (sql) => {
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    const settings = {
      session_preload_libraries: 'auto_explain',
      'auto_explain.log_min_duration': '0',
      'auto_explain.log_level': 'notice',
      'auto_explain.log_timing': 'off',
      client_min_messages: 'notice',
    };
    for (const [setting, value] of Object.entries(settings)) {
      await sql.unsafe(`alter database "${name}" set ${setting} = '${value}'`);
    }
  });
}

/** Reads the notice that tells of a plan; null when it is about something else. */
export function planOf(notice: string): Plan | null {
  const [, statement, plan] =
    /^duration: [^\n]*plan:\nQuery Text: ([\s\S]*?)\n((?:[A-Z][\w ]* {1,2}\(|[A-Z][\w ]* on | {2}->)[\s\S]*)$/.exec(
      notice,
    ) ?? [];
  return statement === undefined || plan === undefined ? null : { statement: statement.trim(), plan };
}
