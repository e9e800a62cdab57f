import type { IncidentId } from '../domain/ids.ts';
import type { Matcher } from '../domain/matcher.ts';
import type { FiringAlert, Suppressor } from '../domain/suppression.ts';
import { labelOf, type Matchable, matchesAll, parseMatcher } from './matchers.ts';
import type { Policy } from './policy.ts';

/** A rule of the policy with its matchers read. */
export interface InhibitionRule {
  readonly name: string;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
}

/** Who is asked whether something inhibits it. */
export interface InhibitionTarget extends Matchable {
  readonly dedupKey: string;
  readonly historical: boolean;
}

interface IndexedRule {
  readonly rule: InhibitionRule;
  /** The sources that fire, by what they must have in common with their targets, then by alert. */
  readonly sources: Map<string, Map<string, FiringAlert>>;
}

/** The alerts that inhibit others now. Whoever owns it changes it as alerts begin and cease to fire. */
export interface Inhibitors {
  readonly rules: readonly IndexedRule[];
  /** In which places of the index an alert is. */
  readonly placed: Map<string, { readonly alert: FiringAlert; readonly in: Map<string, FiringAlert>[] }>;
}

const rulesOfPolicy = new WeakMap<Policy, readonly InhibitionRule[]>();

/** The policy's rules; read once for each policy, which never changes. */
export function inhibitionRulesOf(policy: Policy): readonly InhibitionRule[] {
  const known = rulesOfPolicy.get(policy);
  if (known !== undefined) return known;
  const read = (texts: readonly string[]) => texts.flatMap((text) => parseMatcher(text) ?? []);
  const rules = policy.inhibition.map(({ name, source, target, equal }) => ({
    name,
    source: read(source),
    target: read(target),
    equal,
  }));
  rulesOfPolicy.set(policy, rules);
  return rules;
}

export function inhibitorsOf(policy: Policy, firing: Iterable<FiringAlert>): Inhibitors {
  const rules = inhibitionRulesOf(policy).map((rule) => ({ rule, sources: new Map() }));
  const inhibitors: Inhibitors = { rules, placed: new Map() };
  for (const alert of firing) addFiring(inhibitors, alert);
  return inhibitors;
}

export function addFiring(inhibitors: Inhibitors, alert: FiringAlert): void {
  if (inhibitors.rules.length === 0) return;
  removeFiring(inhibitors, alert);
  const places = inhibitors.rules.flatMap(({ rule, sources }) => {
    if (!matchesAll(rule.source, alert)) return [];
    const key = commonKey(rule, alert, alert.historical);
    const place = sources.get(key) ?? new Map<string, FiringAlert>();
    sources.set(key, place.set(alert.dedupKey, alert));
    return [place];
  });
  if (places.length > 0) inhibitors.placed.set(alertKey(alert), { alert, in: places });
}

export function removeFiring({ placed }: Inhibitors, alert: Pick<FiringAlert, 'dedupKey' | 'historical'>): void {
  const known = placed.get(alertKey(alert));
  if (known === undefined) return;
  for (const place of known.in) place.delete(alert.dedupKey);
  placed.delete(alertKey(alert));
}

/** An incident was resolved: none of its alerts counts as firing any more. */
export function removeFiringOf(inhibitors: Inhibitors, incidentId: IncidentId): void {
  for (const { alert } of inhibitors.placed.values()) {
    if (alert.incidentId === incidentId) removeFiring(inhibitors, alert);
  }
}

/**
 * The rules that hold a signal back, each with one alert that makes it so. As in Alertmanager a label that both lack is equal, an alert
 * never inhibits itself, one that is source and target at once is inhibited only by what is source alone, and what inhibits may itself
 * be held back.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#inhibit_rule
 */
export function inhibitionsOf(target: InhibitionTarget, inhibitors: Inhibitors): Suppressor[] {
  return inhibitors.rules.flatMap(({ rule, sources }): Suppressor[] => {
    const candidates = sources.get(commonKey(rule, target, target.historical));
    if (candidates === undefined || candidates.size === 0 || !matchesAll(rule.target, target)) return [];
    const twoSided = matchesAll(rule.source, target);
    for (const source of candidates.values()) {
      if (source.dedupKey === target.dedupKey || (twoSided && matchesAll(rule.target, source))) continue;
      const reason = `Inhibited by rule ${rule.name} while ${source.title} fires on ${source.service}`;
      return [{ kind: 'INHIBITION', id: rule.name, reason }];
    }
    return [];
  });
}

function commonKey({ equal }: InhibitionRule, subject: Matchable, historical: boolean): string {
  return JSON.stringify([historical, ...equal.map((name) => labelOf(subject, name))]);
}

function alertKey({ dedupKey, historical }: Pick<FiringAlert, 'dedupKey' | 'historical'>): string {
  return `${historical} ${dedupKey}`;
}

/** The alerts that may inhibit others now. */
export function firingIn({ placed }: Inhibitors): FiringAlert[] {
  return Array.from(placed.values(), ({ alert }) => alert);
}
