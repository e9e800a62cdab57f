import type { Factor } from '../domain/decision.ts';
import { mostSevere, type Severity, severities } from '../domain/severity.ts';
import type { Signal } from '../domain/signal.ts';
import type { Catalogue } from './catalogue.ts';
import { numberText } from './numberText.ts';
import type { Policy } from './policy.ts';
import type { Stress } from './stress.ts';

export interface Scored {
  /** 0 to 1: the sum of the factors' contributions. */
  readonly score: number;
  readonly severity: Severity;
  /** Largest contribution first. */
  readonly factors: readonly Factor[];
}

type Floor = Policy['severity']['floors'][number];

/** A factor that multiplies what was added up before it. To add one, add a row to `scalings`. */
interface Scaling {
  readonly name: string;
  /** Null when it does not apply. The multiplier is 0 to 1. */
  readonly of: (
    signal: Signal,
    policy: Policy,
    catalogue: Catalogue,
  ) => { value: number; multiplier: number; note: string } | null;
}

const scalings: readonly Scaling[] = [
  {
    name: 'confidence',
    of: ({ confidence, source }) =>
      confidence === null
        ? null
        : { value: confidence, multiplier: confidence, note: `${source} is ${percent(confidence)} sure` },
  },
  {
    name: 'criticality',
    of: ({ service }, { severity: { criticality } }, catalogue) => {
      const { value, from } = criticalityOf(service, criticality, catalogue);
      const multiplier = Math.min(1, criticality.base + criticality.span * value);
      return { value, multiplier, note: `${service} has criticality ${numberText(value)}${from}` };
    },
  },
];

/** Beyond these, factors that contribute nothing are left out: a signal may carry fifty readings. */
const factorsAlwaysShown = 8;

/**
 * score = confidence · (w·S/100 + w'·reported) · (base + span·criticality), lifted by floors (DESIGN 3.2).
 *
 * A signal without readings has no stress to weigh: the reported severity has the whole weight, and it stands. One that reports nothing
 * gives the whole weight to its stress. Confidence and criticality take away from what was added up; they contribute negative amounts,
 * and a floor what is missing to its cut, so that all contributions add up to the score. Rising stress, reported severity, confidence or
 * criticality never lowers the severity.
 */
export function scoreOf(signal: Signal, stress: Stress, policy: Policy, catalogue: Catalogue): Scored {
  const factors = addends(signal, stress, policy);
  let score = factors.reduce((sum, { contribution }) => sum + contribution, 0);
  for (const { name, of } of scalings) {
    const scaling = of(signal, policy, catalogue);
    if (scaling === null) continue;
    const contribution = score * (scaling.multiplier - 1);
    score += contribution;
    factors.push({
      name,
      value: scaling.value,
      threshold: null,
      weight: scaling.multiplier,
      contribution,
      note: scaling.note,
    });
  }
  const floor = highestFloor(signal, policy);
  if (floor !== null && score < floor.cut) {
    const note =
      floor.rule.severity === 'reported'
        ? `reported ${floor.severity} stands`
        : `floor ${floor.rule.name}: ${floor.severity}`;
    factors.push({
      name: 'floor',
      value: score,
      threshold: floor.cut,
      weight: 1,
      contribution: floor.cut - score,
      note,
    });
    score = floor.cut;
  }
  // Rounding may leave the sum of shares a last bit above 1.
  score = Math.min(1, Math.max(0, score));
  const sorted = factors.sort((a, b) => b.contribution - a.contribution);
  const shown =
    sorted.length <= factorsAlwaysShown
      ? sorted
      : sorted.filter(({ contribution }, place) => place < factorsAlwaysShown || contribution !== 0);
  return { score, severity: severityAt(score, policy), factors: shown };
}

/** The lowest score of a severity. */
export function cutOf(severity: Severity, { severity: { cuts } }: Policy): number {
  return severity === 'LOW' ? 0 : cuts[severity];
}

/** The severity of a score, 0 to 1. */
function severityAt(score: number, policy: Policy): Severity {
  return severities.findLast((severity) => score >= cutOf(severity, policy)) ?? 'LOW';
}

/** What the signal reports, as far as that counts: the policy's default when it says nothing at all. */
function reportedBy(signal: Signal, policy: Policy): Severity | null {
  if (signal.reportedSeverity !== null || signal.metrics.length > 0) return signal.reportedSeverity;
  return policy.severity.defaultReported;
}

function addends(signal: Signal, { parts }: Stress, policy: Policy): Factor[] {
  const { weights, reported: values } = policy.severity;
  const reported = reportedBy(signal, policy);
  const readings = signal.metrics.length > 0;
  const stressWeight = !readings ? 0 : reported === null ? 1 : weights.stress;
  const factors: Factor[] = parts.map(({ name, value, threshold, weight, share, note }) => {
    return { name, value, threshold, weight: weight * stressWeight, contribution: share * stressWeight, note };
  });
  if (reported === null) return factors;
  const weight = readings ? weights.reported : 1;
  const value = values[reported];
  const note = signal.reportedSeverity === null ? `nothing reported: taken as ${reported}` : `reported ${reported}`;
  factors.push({ name: 'reported', value, threshold: null, weight, contribution: value * weight, note });
  return factors;
}

function highestFloor(signal: Signal, policy: Policy): { rule: Floor; severity: Severity; cut: number } | null {
  let highest: { rule: Floor; severity: Severity; cut: number } | null = null;
  for (const rule of policy.severity.floors) {
    const least = rule.severity === 'reported' ? signal.reportedSeverity : rule.severity;
    if (least === null || !holds(rule, signal)) continue;
    if (highest === null || mostSevere(highest.severity, least) !== highest.severity) {
      highest = { rule, severity: least, cut: cutOf(least, policy) };
    }
  }
  return highest;
}

function holds(rule: Floor, { service, labels, confidence }: Signal): boolean {
  if ((confidence ?? 1) < rule.minimumConfidence) return false;
  if (rule.services.length > 0 && !rule.services.includes(service)) return false;
  return Object.entries(rule.labels).every(([name, value]) =>
    labels.some((label) => label.name === name && label.value === value),
  );
}

/** What the policy says of the service by name, else the tier that the catalogue gives it, else what is usual. */
function criticalityOf(
  service: string,
  { services, tiers, default: usual }: Policy['severity']['criticality'],
  catalogue: Catalogue,
): { value: number; from: string } {
  const named = Object.hasOwn(services, service) ? services[service] : undefined;
  if (named !== undefined) return { value: named, from: '' };
  const tier = catalogue.tiers.get(service);
  return tier === undefined ? { value: usual, from: '' } : { value: tiers[tier], from: ` (tier ${tier})` };
}

function percent(share: number): string {
  return `${numberText(share * 100)} %`;
}
