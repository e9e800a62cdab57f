import { parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { type PolicyDocument, policySchema } from './policySchema.ts';
import { presetLoadV2 } from './presetLoadV2.ts';
import { presetSeedV1 } from './presetSeedV1.ts';

/** The document that the engines obey, complete: every number that DESIGN 3 names is a field of it. */
export type Policy = PolicyDocument;

export interface PolicyFault {
  /** For example `['severity', 'cuts', 'HIGH']`. */
  readonly path: string[];
  /** The path, the value that was found there and what was expected. */
  readonly message: string;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly errors: PolicyFault[] };

export const presets: Record<Policy['profile'], Policy> = { 'seed-v1': presetSeedV1, 'load-v2': presetLoadV2 };

const maximumYamlLength = 100_000;
const maximumFaults = 50;

/**
 * Checks a document of plain data. What it leaves out comes from the preset of its profile (`load-v2` when it names none): objects are
 * filled in field by field, lists are taken as they are. Unknown fields are faults, so that a misspelt rule is never silently ignored.
 */
export function parsePolicy(document: unknown): ParsedPolicy {
  if (!isPlainObject(document)) {
    return { ok: false, errors: [{ path: [], message: `The policy is ${shown(document)}; expected an object.` }] };
  }
  const preset = document.profile === 'seed-v1' ? presets['seed-v1'] : presets['load-v2'];
  const complete = filledIn(document, preset);
  const parsed = policySchema.safeParse(complete);
  if (parsed.success) return { ok: true, policy: parsed.data };
  return { ok: false, errors: parsed.error.issues.slice(0, maximumFaults).map((issue) => faultOf(issue, complete)) };
}

/** As `parsePolicy`, from YAML 1.2 of at most 100,000 characters. */
export function parsePolicyYaml(text: string): ParsedPolicy {
  if (text.length > maximumYamlLength) {
    const message = `The document has ${text.length} characters; expected at most ${maximumYamlLength}.`;
    return { ok: false, errors: [{ path: [], message }] };
  }
  try {
    const yaml = parseDocument(text, { logLevel: 'silent' });
    const faults = yaml.errors
      .slice(0, maximumFaults)
      .map((error) => ({ path: [], message: `Not YAML: ${error.message}` }));
    if (faults.length > 0) return { ok: false, errors: faults };
    // Aliases multiply what they name: a few lines could unfold into gigabytes.
    return parsePolicy(yaml.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    return {
      ok: false,
      errors: [{ path: [], message: `Not YAML: ${error instanceof Error ? error.message : shown(error)}` }],
    };
  }
}

/** What stands in the place of a secret for those who may not see it. */
export const hiddenSecret = '(hidden)';

/** The policy for those who may read it but not send in its name. */
export function withoutSecrets(policy: Policy): Policy {
  const targets = Object.entries(policy.targets).map(([name, target]) => [
    name,
    'secret' in target && target.secret !== undefined && target.secret !== null
      ? { ...target, secret: hiddenSecret }
      : target,
  ]);
  return { ...policy, targets: Object.fromEntries(targets) };
}

/** The whole document; `parsePolicyYaml` gives the same policy back. */
export function formatPolicyYaml(policy: Policy): string {
  return stringify(policy, { lineWidth: 120, aliasDuplicateObjects: false });
}

function filledIn(given: unknown, preset: unknown): unknown {
  if (given === undefined) return preset;
  if (!isPlainObject(given) || !isPlainObject(preset)) return given;
  const names = new Set([...Object.keys(preset), ...Object.keys(given)]);
  // From entries, since assigning a field called `__proto__` would change the object's nature.
  return Object.fromEntries(
    Array.from(names, (name) => [
      name,
      filledIn(
        Object.hasOwn(given, name) ? given[name] : undefined,
        Object.hasOwn(preset, name) ? preset[name] : undefined,
      ),
    ]),
  );
}

function faultOf(issue: z.core.$ZodIssue, document: unknown): PolicyFault {
  const path = issue.path.map(String);
  const expectation = issue.message.replace(/^Invalid input: /, '');
  if (path.length === 0) return { path, message: `The policy: ${expectation}.` };
  return { path, message: `${path.join('.')} is ${shown(valueAt(document, path))}: ${expectation}.` };
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  let value = document;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
