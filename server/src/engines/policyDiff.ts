import { formatPolicyYaml, hiddenSecret, type Policy, withoutSecrets } from './policy.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** One difference between two documents. */
export interface PolicyChange {
  /** For example `['severity', 'cuts', 'HIGH']`; entries of a list by their place, from 0. */
  readonly path: readonly string[];
  /** As JSON; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface PolicyDifference {
  readonly changes: readonly PolicyChange[];
  /** A unified diff of the YAML; empty when nothing is different. */
  readonly text: string;
}

/**
 * What is different between two policies, in the order of the document. The order of a record's fields makes no difference. Lists of
 * objects are compared place by place, other lists as wholes. Without `secrets` a secret that differs is named and not shown.
 */
export function diffPolicies(
  before: Policy,
  after: Policy,
  { secrets, names }: { readonly secrets: boolean; readonly names: readonly [before: string, after: string] },
): PolicyDifference {
  if (secrets) return { changes: changesBetween([], before, after), text: textBetween(before, after, names) };
  const shownBefore = withoutSecrets(before);
  const shownAfter = withoutSecrets(after);
  const shown = new Map(changesBetween([], shownBefore, shownAfter).map((change) => [keyOf(change), change]));
  const changes = changesBetween([], before, after).map((change): PolicyChange => {
    const hidden = JSON.stringify(hiddenSecret);
    return shown.get(keyOf(change)) ?? { ...change, before: hidden, after: hidden };
  });
  return { changes, text: textBetween(shownBefore, shownAfter, names) };
}

/** Whether two policies say the same. */
export function equalPolicies(one: Policy, other: Policy): boolean {
  return changesBetween([], one, other).length === 0;
}

function textBetween(before: Policy, after: Policy, names: readonly [string, string]): string {
  return unifiedDiff(formatPolicyYaml(sorted(before)), formatPolicyYaml(sorted(after)), names);
}

/** The database does not keep the order of a record's fields, so that of their names is taken; the sections keep theirs. */
function sorted(policy: Policy): Policy {
  const byName = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...policy, targets: byName(policy.targets) };
}

function keyOf({ path }: PolicyChange): string {
  return JSON.stringify(path);
}

function changesBetween(path: readonly string[], before: unknown, after: unknown): PolicyChange[] {
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesBetween([...path, name], own(before, name), own(after, name)));
  }
  if (isObjectList(before) && isObjectList(after)) {
    const places = Array.from({ length: Math.max(before.length, after.length) }, (_, place) => place);
    return places.flatMap((place) => changesBetween([...path, String(place)], before[place], after[place]));
  }
  const [was, is] = [canonical(before), canonical(after)];
  return was === is ? [] : [{ path, before: was, after: is }];
}

/** JSON in which the order of fields makes no difference; null for nothing. */
function canonical(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty list may be one of objects too. */
function isObjectList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isRecord);
}
