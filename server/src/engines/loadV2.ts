import type { Factor } from '../domain/decision.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { recommendedAction } from './action.ts';
import type { DecayedBaseline } from './decayedBaseline.ts';
import type { Decided } from './decided.ts';
import type { Policy } from './policy.ts';
import { scoreOf } from './severity.ts';
import { type Stress, stressOf } from './stress.ts';

/** What a decision under `load-v2` rests on beside the signal. */
export interface LoadV2Context {
  /** Of the signal's service, its own readings not yet in it; null when nothing is known. */
  readonly baseline: DecayedBaseline | null;
  /** The open incident that it would join. */
  readonly incident: Incident | null;
  /** How many other alerts fire in that incident. */
  readonly othersFiring: number;
  readonly now: Date;
  readonly policy: Policy;
  readonly policyVersion: number;
}

/** The rules of profile `load-v2` (DESIGN 3.2): stress from readings, burst and blast radius; the score from stress and report. */
export function decideLoadV2(signal: Signal, context: LoadV2Context): Decided {
  const { baseline, incident, othersFiring, now, policy, policyVersion } = context;
  const stress = stressOf(signal, baseline, incident, othersFiring, now, policy);
  const { score, severity, factors } = scoreOf(signal, stress, policy);
  return {
    decision: {
      score,
      severity,
      reason: reasonOf(signal, stress, factors),
      factors,
      stress: stress.stress,
      recommendedAction: recommendedAction(severity, policy),
      policyVersion,
    },
    load: signal.metrics.length > 0 ? stress.load : null,
    calm: score < policy.severity.logBelow && signal.reportedSeverity === null,
  };
}

/** One sentence: the two readings that weigh most, what was reported, and what else decided. */
function reasonOf(signal: Signal, { parts }: Stress, factors: readonly Factor[]): string {
  const said = new Map(factors.map((factor) => [factor.name, factor.note ?? factor.name]));
  const readings = parts
    .filter(({ name, unusual }) => unusual && name !== 'burst' && name !== 'blast_radius')
    .sort((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ note }) => note);
  const clauses = readings.length === 0 && signal.metrics.length > 0 ? ['no reading is unusual'] : readings;
  const reported = said.get('reported');
  if (reported !== undefined) clauses.push(reported);
  const floor = said.get('floor');
  if (floor !== undefined && !floor.startsWith('reported')) clauses.push(floor);
  if (signal.confidence !== null && signal.confidence < 0.5) clauses.push(said.get('confidence') ?? 'low confidence');
  return clauses.length < 2 ? (clauses[0] ?? '') : `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`;
}
