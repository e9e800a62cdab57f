import type { Viewer } from '../domain/access.ts';
import type { UserError } from '../domain/userError.ts';
import { parsePolicyYaml } from '../engines/policy.ts';
import { diffPolicies, type PolicyChange } from '../engines/policyDiff.ts';
import { tellRevised } from '../persistence/revisions.ts';
import type { App } from './app.ts';
import { cleanText, countCharacters } from './cleanText.ts';
import { hiddenSecretFaults } from './hiddenSecrets.ts';
import type { PolicyVersion } from './policies.ts';
import { policyErrors } from './policyErrors.ts';

export interface PolicyDraft {
  /** The new version; the active one when the document equals it; null when it was refused. */
  readonly policy: PolicyVersion | null;
  readonly changes: readonly PolicyChange[];
  readonly userErrors: readonly UserError[];
}

const noteBound = 500;

/** Checks a document and keeps it as a new version that is not in force. */
export async function createPolicyDraft(
  app: Pick<App, 'database' | 'clock' | 'policies'>,
  viewer: Viewer,
  input: { readonly document: string; readonly note?: string | null },
): Promise<PolicyDraft> {
  const parsed = parsePolicyYaml(input.document);
  if (!parsed.ok) return refused(policyErrors(parsed.errors, ['input', 'document']));
  const note = cleanText(input.note ?? '').trim();
  const noteLength = countCharacters(note);
  const userErrors = policyErrors(hiddenSecretFaults(parsed.policy), ['input', 'document']);
  if (noteLength > noteBound) {
    const message = `note has ${noteLength} characters, at most ${noteBound} are allowed`;
    userErrors.push({ code: 'INVALID', message, field: ['input', 'note'] });
  }
  if (userErrors.length > 0) return refused(userErrors);

  const active = await app.policies.active();
  const names = [String(active.version), 'draft'] as const;
  const { changes } = diffPolicies(active.policy, parsed.policy, { secrets: true, names });
  if (changes.length === 0) {
    const message = `The document says the same as version ${active.version}, which is in force`;
    const same: UserError = { code: 'UNCHANGED', message, field: ['input', 'document'] };
    return { policy: await app.policies.version(active.version), changes: [], userErrors: [same] };
  }
  const { sql } = app.database;
  const [row] = await sql<{ version: number }[]>`
    insert into policy (name, document, active, created_by, created_at, note)
    values (${parsed.policy.name}, ${JSON.stringify(parsed.policy)}::text::jsonb, false, ${viewer.name},
      ${await app.clock.now()}, ${note === '' ? null : note})
    returning version`;
  await tellRevised(sql);
  return { policy: row === undefined ? null : await app.policies.version(row.version), changes, userErrors: [] };
}

function refused(userErrors: readonly UserError[]): PolicyDraft {
  return { policy: null, changes: [], userErrors };
}
