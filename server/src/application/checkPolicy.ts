import { may, type Viewer } from '../domain/access.ts';
import type { UserError } from '../domain/userError.ts';
import { parsePolicyYaml } from '../engines/policy.ts';
import { diffPolicies, type PolicyDifference } from '../engines/policyDiff.ts';
import type { App } from './app.ts';
import { hiddenSecretFaults, withKnownSecrets } from './hiddenSecrets.ts';
import { policyErrors } from './policyErrors.ts';

export interface PolicyCheck extends PolicyDifference {
  readonly userErrors: readonly UserError[];
}

/**
 * What is wrong with a document and what it would change, without keeping it. Who may not see secrets has them hidden in the document
 * that they started from: for them a hidden secret is the one in force, since they cannot store the document anyway.
 */
export async function checkPolicy(
  { policies }: Pick<App, 'policies'>,
  viewer: Viewer,
  document: string,
): Promise<PolicyCheck> {
  const parsed = parsePolicyYaml(document);
  if (!parsed.ok) return refused(policyErrors(parsed.errors, ['document']));
  const secrets = may(viewer, 'administer');
  const faults = secrets ? hiddenSecretFaults(parsed.policy) : [];
  if (faults.length > 0) return refused(policyErrors(faults, ['document']));
  const active = await policies.active();
  const draft = secrets ? parsed.policy : withKnownSecrets(parsed.policy, active.policy);
  const names = [`version ${active.version}`, 'draft'] as const;
  return { ...diffPolicies(active.policy, draft, { secrets, names }), userErrors: [] };
}

function refused(userErrors: readonly UserError[]): PolicyCheck {
  return { changes: [], text: '', userErrors };
}
