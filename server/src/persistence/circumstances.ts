import type { KnowledgeVersions } from './catalogue.ts';
import type { SqlExecutor } from './database.ts';
import { maintenanceWindowsIn, type Stretch, silencesIn } from './suppressions.ts';

/** What a batch of signals is decided in, but for the engines' state. */
export interface Circumstances extends KnowledgeVersions {
  /** By the database's own clock. */
  readonly databaseTime: Date;
  /** Of the policy in force. */
  readonly policyVersion: number;
  /** Whether a silence is in force, or a maintenance window may be open, at some moment of the stretch that was asked about. */
  readonly isSuppressed: boolean;
}

/** Reads all of it by one statement. */
export async function readCircumstances(sql: SqlExecutor, stretch: Stretch): Promise<Circumstances> {
  const [row] = await sql<(Omit<Circumstances, 'policyVersion'> & { policyVersion: number | null })[]>`
    select clock_timestamp() as database_time,
      (select version from policy where active) as policy_version,
      coalesce((select catalogue from knowledge_version), 0) as catalogue,
      coalesce((select model from knowledge_version), 0) as model,
      exists (select ${silencesIn(sql, stretch)}) or exists (select ${maintenanceWindowsIn(sql, stretch)}) as is_suppressed`;
  if (row === undefined || row.policyVersion === null) throw new Error('The database has no active policy');
  return { ...row, policyVersion: row.policyVersion };
}
