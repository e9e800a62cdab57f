import type { Decision, Factor } from '../domain/decision.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { recommendedAction } from './action.ts';
import type { BlastRadius } from './blastRadius.ts';
import type { Catalogue } from './catalogue.ts';
import type { DecayedBaseline } from './decayedBaseline.ts';
import type { Decided } from './decided.ts';
import { judgeByModel, type LearnedModel } from './learnedModel.ts';
import type { Policy } from './policy.ts';
import { type Scored, scoreOf } from './severity.ts';
import { featuresOf } from './severityFeatures.ts';
import { ownStress, type Stress, stressOf } from './stress.ts';

/** What a decision under `load-v2` rests on beside the signal. */
export interface LoadV2Context {
  /** Of the signal's service, its own readings not yet in it; null when nothing is known. */
  readonly baseline: DecayedBaseline | null;
  /** The open incident that it would join. */
  readonly incident: Incident | null;
  /** How many other alerts fire in that incident. */
  readonly othersFiring: number;
  /** The dependents of its service that are in trouble; null when the catalogue knows of none. */
  readonly blast: BlastRadius | null;
  readonly catalogue: Catalogue;
  /** What was learned from corrected severities; its verdict stands beside the rules'. */
  readonly learned: LearnedModel | null;
  readonly now: Date;
  readonly policy: Policy;
  readonly policyVersion: number;
}

/** The rules of profile `load-v2` (DESIGN 3.2): stress from readings, burst and blast radius; the score from stress and report. */
export function decideLoadV2(signal: Signal, context: LoadV2Context): Decided {
  const { baseline, incident, now, policy, policyVersion, catalogue, learned } = context;
  const whole = stressOf(signal, baseline, incident, context, now, policy);
  const { stress, score, severity, factors, calm } = judge(signal, whole, policy, catalogue);
  const decision: Decision = {
    score,
    severity,
    reason: reasonOf(signal, stress, factors),
    factors,
    stress: stress.stress,
    recommendedAction: recommendedAction(severity, policy),
    policyVersion,
  };
  const load = signal.metrics.length > 0 ? stress.load : null;
  if (learned === null || load === null) return { decision, load, calm };
  return { decision: { ...decision, shadow: judgeByModel(featuresOf(signal, baseline, policy), learned) }, load, calm };
}

/**
 * What happens around a service makes its trouble worse, but is no trouble of its own: readings that are worth no incident by themselves
 * are judged without burst and blast radius. Else a database at rest would be called sick for as long as one of its dependents is.
 */
function judge(
  signal: Signal,
  whole: Stress,
  policy: Policy,
  catalogue: Catalogue,
): Scored & { stress: Stress; calm: boolean } {
  const { logBelow } = policy.severity;
  const isSilent = signal.reportedSeverity === null;
  if (isSilent && signal.metrics.length > 0 && whole.parts.some(({ own }) => !own)) {
    const stress = ownStress(whole);
    const own = scoreOf(signal, stress, policy, catalogue);
    if (own.score < logBelow) return { ...own, stress, calm: true };
  }
  const { score, severity, factors } = scoreOf(signal, whole, policy, catalogue);
  return { score, severity, factors, stress: whole, calm: isSilent && score < logBelow };
}

/** One sentence: the two readings that weigh most, what was reported, and what else decided. */
function reasonOf(signal: Signal, { parts }: Stress, factors: readonly Factor[]): string {
  const readings = parts
    .filter(({ name, unusual }) => unusual && name !== 'burst' && name !== 'blast_radius')
    .sort((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ note }) => note);
  const clauses = readings.length === 0 && signal.metrics.length > 0 ? ['no reading is unusual'] : readings;
  const reported = saidOf('reported', factors);
  if (reported !== undefined) clauses.push(reported);
  const floor = saidOf('floor', factors);
  if (floor !== undefined && !floor.startsWith('reported')) clauses.push(floor);
  if (signal.confidence !== null && signal.confidence < 0.5)
    clauses.push(saidOf('confidence', factors) ?? 'low confidence');
  return clauses.length < 2 ? (clauses[0] ?? '') : `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`;
}

function saidOf(sought: string, factors: readonly Factor[]): string | undefined {
  const factor = factors.findLast(({ name }) => name === sought);
  return factor && (factor.note ?? factor.name);
}
