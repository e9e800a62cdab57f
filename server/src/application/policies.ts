import type { Sql } from 'postgres';
import { type Policy, parsePolicy } from '../engines/policy.ts';
import { advisoryLocks } from '../persistence/advisoryLocks.ts';
import type { Clock } from '../persistence/clock.ts';
import type { Database, SqlExecutor } from '../persistence/database.ts';

export interface ActivePolicy {
  readonly version: number;
  readonly policy: Policy;
}

/** A version of the policy, with who made it and who put it in force last. */
export interface PolicyVersion extends ActivePolicy {
  readonly name: string;
  readonly active: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly note: string | null;
  readonly activatedBy: string | null;
  readonly activatedAt: Date | null;
  readonly activationReason: string | null;
}

/** The policy in force, and the other versions. */
export interface Policies {
  /**
   * The policy in force as of now, whichever server put it there. Inside a transaction give its executor: then it is one short statement
   * on that connection, which the others of the same turn travel with. The document is read only when the version is another.
   */
  active(executor?: SqlExecutor): Promise<ActivePolicy>;
  /** The policy in force where its version has been read already. */
  inForce(version: number, executor?: SqlExecutor): Promise<ActivePolicy>;
  version(version: number): Promise<PolicyVersion | null>;
  /** Newest first. */
  list(page: { before: number | null; limit: number }): Promise<PolicyVersion[]>;
  count(): Promise<number>;
}

type PolicyRow = Omit<PolicyVersion, 'policy'> & { readonly document: Policy };

/** What a version that a new database starts with was put in force for. */
const firstReason = 'The policy that this database started with';

/** Opens the policies; a database that has none starts with `initial`. */
export async function openPolicies({ sql }: Database, clock: Clock, initial: Policy): Promise<Policies> {
  await ensureFirst(sql, clock, initial);
  let latest: ActivePolicy | null = null;
  const inForce = async (version: number, executor: SqlExecutor = sql) => {
    if (latest?.version !== version) latest = await readDocument(executor, version);
    return latest;
  };
  return {
    active: async (executor = sql) => inForce(await readActiveVersion(executor), executor),
    inForce,
    version: async (version) => {
      const [found] = await readVersions(sql, sql`policy.version = ${version}`, 1);
      return found ?? null;
    },
    list: ({ before, limit }) =>
      readVersions(sql, before === null ? sql`true` : sql`policy.version < ${before}`, limit),
    count: async () => {
      const [row] = await sql<{ count: number }[]>`select count(*)::int as count from policy`;
      return row?.count ?? 0;
    },
  };
}

async function ensureFirst(sql: Sql, clock: Clock, { name, ...rest }: Policy): Promise<void> {
  await sql.begin(async (tx) => {
    await lockPolicies(tx);
    const [active] = await tx`select 1 from policy where active`;
    if (active !== undefined) return;
    const at = await clock.now(tx);
    const document = JSON.stringify({ name, ...rest });
    await tx`
      with first as (
        insert into policy (name, document, active, created_by, created_at)
        values (${name}, ${document}::text::jsonb, true, 'vigil', ${at}) returning version)
      insert into policy_activation (version, activated_by, activated_at, reason)
      select version, 'vigil', ${at}, ${firstReason} from first`;
  });
}

async function readActiveVersion(executor: SqlExecutor): Promise<number> {
  const [active] = await executor<{ version: number }[]>`select version from policy where active`;
  if (active === undefined) throw new Error('The database has no active policy');
  return active.version;
}

async function readDocument(executor: SqlExecutor, version: number): Promise<ActivePolicy> {
  const [row] = await executor<{ document: Policy }[]>`select document from policy where version = ${version}`;
  if (row === undefined) throw new Error(`The database lost version ${version} of the policy`);
  return { version, policy: completed(row.document) };
}

async function readVersions(sql: Sql, condition: ReturnType<Sql>, limit: number): Promise<PolicyVersion[]> {
  const rows = await sql<PolicyRow[]>`
    select policy.*, last.activated_by, last.activated_at, last.reason as activation_reason
    from policy left join lateral (
      select activated_by, activated_at, reason from policy_activation
      where policy_activation.version = policy.version order by id desc limit 1) as last on true
    where ${condition} order by policy.version desc limit ${limit}`;
  return rows.map(({ document, ...row }) => ({ ...row, policy: completed(document) }));
}

/**
 * A stored document with the fields that newer servers added, and its own in their usual order, which the database does not keep. One that
 * a newer server wrote may have fields that are unknown here: the engines read those that they know.
 */
function completed(document: Policy): Policy {
  const parsed = parsePolicy(document);
  return parsed.ok ? parsed.policy : document;
}

/** Whoever changes which version is in force does so alone, until the end of the transaction. */
export async function lockPolicies(tx: SqlExecutor): Promise<void> {
  await tx`select pg_advisory_xact_lock(${advisoryLocks.policy})`;
}
