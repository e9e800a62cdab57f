import type { TransactionSql } from 'postgres';
import type { KnowledgeVersions } from './catalogue.ts';
import type { SqlExecutor } from './database.ts';
import { maintenanceWindowsIn, type Stretch, silencesIn } from './suppressions.ts';

/** What a batch of signals is decided in, but for the engines' state and the time. */
export interface Circumstances extends KnowledgeVersions {
  /** Of the policy in force. */
  readonly policyVersion: number;
  /** Whether a silence is in force, or a maintenance window may be open, at some moment of the stretch that was asked about. */
  readonly isSuppressed: boolean;
}

interface CircumstancesRow extends Omit<Circumstances, 'policyVersion'> {
  readonly databaseTimeMs: number;
  readonly policyVersion: number | null;
}

/** Reads all of it by one statement, with the time by the database's own clock: milliseconds since 1970, to the microsecond. */
export async function readCircumstances(
  sql: SqlExecutor,
  stretch: Stretch,
): Promise<{ databaseTimeMs: number; circumstances: Circumstances }> {
  const [row] = await sql<CircumstancesRow[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as database_time_ms,
      ${policyVersion(sql)} as policy_version, ${catalogue(sql)} as catalogue, ${model(sql)} as model,
      ${isSuppressed(sql, stretch)} as is_suppressed`;
  if (row === undefined || row.policyVersion === null) throw new Error('The database has no active policy');
  const { databaseTimeMs, ...rest } = row;
  return { databaseTimeMs, circumstances: { ...rest, policyVersion: row.policyVersion } };
}

/**
 * Makes the transaction fail where the circumstances are others, asked about a stretch that nothing suppressed: then the feed's row would
 * lose its count, which its table refuses. Else it does nothing.
 */
export async function requireCircumstances(
  tx: TransactionSql,
  required: Circumstances,
  stretch: Stretch,
): Promise<void> {
  await tx`
    update feed set batches = null
    where id = 1 and (${policyVersion(tx)} is distinct from ${required.policyVersion}
      or ${catalogue(tx)} <> ${required.catalogue} or ${model(tx)} <> ${required.model} or ${isSuppressed(tx, stretch)})`;
}

function policyVersion(sql: SqlExecutor) {
  return sql`(select version from policy where active)`;
}

function catalogue(sql: SqlExecutor) {
  return sql`coalesce((select catalogue from knowledge_version), 0)`;
}

function model(sql: SqlExecutor) {
  return sql`coalesce((select model from knowledge_version), 0)`;
}

function isSuppressed(sql: SqlExecutor, stretch: Stretch) {
  return sql`(exists (select ${silencesIn(sql, stretch)}) or exists (select ${maintenanceWindowsIn(sql, stretch)}))`;
}
