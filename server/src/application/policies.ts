import { desc, eq, lt } from 'drizzle-orm';
import type { Policy } from '../engines/policy.ts';
import type { Clock } from '../persistence/clock.ts';
import type { Database } from '../persistence/database.ts';
import { policyTable } from '../persistence/tables.ts';

export interface ActivePolicy {
  readonly version: number;
  readonly policy: Policy;
}

/** A version of the policy, with who made it. */
export interface PolicyVersion extends ActivePolicy {
  readonly name: string;
  readonly active: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** The policy in force, and those before it. */
export interface Policies {
  active(): Promise<ActivePolicy>;
  version(version: number): Promise<PolicyVersion | null>;
  /** Newest first. */
  list(page: { before: number | null; limit: number }): Promise<PolicyVersion[]>;
  count(): Promise<number>;
}

type PolicyRow = typeof policyTable.$inferSelect;

function fromRow({ document, ...row }: PolicyRow): PolicyVersion {
  return { ...row, policy: document };
}

/** Opens the policies; a database that has none starts with `initial`. */
export async function openPolicies(database: Database, clock: Clock, initial: Policy): Promise<Policies> {
  const { orm } = database;
  const createdAt = await clock.now();
  const first = { name: initial.name, document: initial, active: true, createdBy: 'vigil', createdAt };
  // Two servers that start at once agree on one: the second meets the first's active row.
  await orm.insert(policyTable).values(first).onConflictDoNothing();
  const [row] = await orm.select().from(policyTable).where(eq(policyTable.active, true));
  if (row === undefined) throw new Error('The database has no active policy');
  const active = fromRow(row);
  return {
    active: async () => active,
    version: async (version) => {
      const [found] = await orm.select().from(policyTable).where(eq(policyTable.version, version));
      return found === undefined ? null : fromRow(found);
    },
    list: async ({ before, limit }) => {
      const older = before === null ? undefined : lt(policyTable.version, before);
      const rows = await orm.select().from(policyTable).where(older).orderBy(desc(policyTable.version)).limit(limit);
      return rows.map(fromRow);
    },
    count: () => orm.$count(policyTable),
  };
}
