import type { Viewer } from '../domain/access.ts';
import type { UserError } from '../domain/userError.ts';
import { parsePolicy } from '../engines/policy.ts';
import { tellRevised } from '../persistence/revisions.ts';
import type { App } from './app.ts';
import { cleanText, countCharacters } from './cleanText.ts';
import { lockPolicies, type PolicyVersion } from './policies.ts';
import { policyErrors } from './policyErrors.ts';

export interface PolicyActivated {
  /** Null when there is none with that number. */
  readonly policy: PolicyVersion | null;
  readonly userErrors: readonly UserError[];
}

const reasonBound = 500;
const mostVersion = 2 ** 31 - 1;

/**
 * Puts a version in force; an older one rolls back. Every batch of every server whose transaction begins after this one's commit is decided
 * by it, since each reads the version in force anew.
 */
export async function activatePolicy(
  app: Pick<App, 'database' | 'clock' | 'policies'>,
  viewer: Viewer,
  { version, reason: given }: { readonly version: number; readonly reason: string },
): Promise<PolicyActivated> {
  const reason = cleanText(given).trim();
  const length = countCharacters(reason);
  const wanted = version < 1 || version > mostVersion ? null : await app.policies.version(version);
  if (wanted === null) return { policy: null, userErrors: [refusal('NOT_FOUND', `There is no version ${version}`)] };
  if (length < 1 || length > reasonBound) {
    const message = `reason has ${length} characters, from 1 to ${reasonBound} are allowed`;
    return { policy: wanted, userErrors: [{ code: 'INVALID', message, field: ['input', 'reason'] }] };
  }
  // Kept by an older server, it may be short of what the engines need by now.
  const parsed = parsePolicy(wanted.policy);
  if (!parsed.ok) return { policy: wanted, userErrors: policyErrors(parsed.errors, ['input', 'version']) };

  const changed = await app.database.sql.begin(async (tx) => {
    await lockPolicies(tx);
    const [active] = await tx<{ version: number }[]>`select version from policy where active`;
    if (active?.version === version) return false;
    const at = await app.clock.now(tx);
    // Two statements: the index allows one active version at any moment, also within a statement.
    await tx`update policy set active = false where active`;
    await tx`update policy set active = true where version = ${version}`;
    await tx`
      insert into policy_activation (version, previous_version, activated_by, activated_at, reason)
      values (${version}, ${active?.version ?? null}, ${viewer.name}, ${at}, ${reason})`;
    await tellRevised(tx);
    return true;
  });
  const policy = await app.policies.version(version);
  return { policy, userErrors: changed ? [] : [refusal('UNCHANGED', `Version ${version} is in force already`)] };
}

function refusal(code: UserError['code'], message: string): UserError {
  return { code, message, field: ['input', 'version'] };
}
