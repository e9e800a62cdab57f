import { type Policy, parsePolicy } from '../engines/policy.ts';
import type { SqlExecutor } from './database.ts';

/** The document of a version of the policy; null when there is no such version. */
export async function readPolicyDocument(sql: SqlExecutor, version: number): Promise<Policy | null> {
  const [row] = await sql<{ document: unknown }[]>`select document from policy where version = ${version}`;
  if (row === undefined) return null;
  const parsed = parsePolicy(row.document);
  if (parsed.ok) return parsed.policy;
  const faults = parsed.errors.map(({ message }) => message).join(' ');
  throw new Error(`Version ${version} of the policy cannot be read: ${faults}`);
}
