import type { App } from './app.ts';

/** A version that was put in force. */
export interface PolicyActivation {
  readonly id: number;
  readonly version: number;
  readonly previousVersion: number | null;
  readonly activatedBy: string;
  readonly activatedAt: Date;
  readonly reason: string;
}

/** Newest first: those before an id. */
export async function readPolicyActivations(
  { database: { sql } }: Pick<App, 'database'>,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<PolicyActivation[]> {
  const rows = await sql<(Omit<PolicyActivation, 'id'> & { id: string })[]>`
    select * from policy_activation where ${before === null ? sql`true` : sql`id < ${before}`} order by id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

export async function countPolicyActivations({ database: { sql } }: Pick<App, 'database'>): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from policy_activation`;
  return row?.count ?? 0;
}
