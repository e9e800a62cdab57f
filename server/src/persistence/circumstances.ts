import type { KnowledgeVersions } from './catalogue.ts';
import type { SqlExecutor } from './database.ts';
import type { Statement } from './statement.ts';
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

const policyVersion = '(select version from policy where active)';
const catalogue = 'coalesce((select catalogue from knowledge_version), 0)';
const model = 'coalesce((select model from knowledge_version), 0)';
/** About the stretch that is the statement's first parameters. */
const isSuppressed = `(exists (select ${silencesIn}) or exists (select ${maintenanceWindowsIn}))`;
const readStatement = `
  select (extract(epoch from clock_timestamp()) * 1000)::float8 as database_time_ms,
    ${policyVersion} as policy_version, ${catalogue} as catalogue, ${model} as model, ${isSuppressed} as is_suppressed`;
const requireStatement = `
  update feed set batches = null
  where id = 1 and (${policyVersion} is distinct from $3::int or ${catalogue} <> $4::int or ${model} <> $5::int or ${isSuppressed})`;

/** Reads all of it by one statement, with the time by the database's own clock: milliseconds since 1970, to the microsecond. */
export async function readCircumstances(
  sql: SqlExecutor,
  { from, to }: Stretch,
): Promise<{ databaseTimeMs: number; circumstances: Circumstances }> {
  const [row] = await sql.unsafe<CircumstancesRow[]>(readStatement, [from, to], { prepare: true });
  if (row === undefined || row.policyVersion === null) throw new Error('The database has no active policy');
  const { databaseTimeMs, ...rest } = row;
  return { databaseTimeMs, circumstances: { ...rest, policyVersion: row.policyVersion } };
}

/**
 * Makes the transaction fail where the circumstances are others, asked about a stretch that nothing suppressed: then the feed's row would
 * lose its count, which its table refuses. Else it does nothing.
 */
export function requireCircumstances(required: Circumstances, { from, to }: Stretch): Statement {
  const parameters = [from, to, required.policyVersion, required.catalogue, required.model];
  return { text: requireStatement, parameters };
}
