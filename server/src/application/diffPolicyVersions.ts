import { diffPolicies, type PolicyDifference } from '../engines/policyDiff.ts';
import type { App } from './app.ts';

/** What is different between two versions; null when one of them does not exist. Without `secrets` they are not shown. */
export async function diffPolicyVersions(
  { policies }: Pick<App, 'policies'>,
  { from, to }: { readonly from: number; readonly to: number },
  secrets: boolean,
): Promise<PolicyDifference | null> {
  const [before, after] = await Promise.all([find(from), find(to)]);
  if (before === null || after === null) return null;
  return diffPolicies(before.policy, after.policy, { secrets, names: [`version ${from}`, `version ${to}`] });

  async function find(version: number) {
    return version < 1 ? null : await policies.version(version);
  }
}
