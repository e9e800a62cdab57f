import type { Factor } from '../domain/decision.ts';
import type { Severity } from '../domain/severity.ts';
import type { Signal } from '../domain/signal.ts';
import { recommendedAction } from './action.ts';
import type { Decided } from './decided.ts';
import { numberText } from './numberText.ts';
import type { Policy } from './policy.ts';
import { rowsBefore, statisticsOf, type WindowBaseline } from './windowBaseline.ts';

/**
 * The rules of profile `seed-v1` (DESIGN 3.1, source: the earlier system's engine).
 *
 * `baseline` is the window that holds the signal's own reading already; null when it carries none. The score is the signal's confidence,
 * 1 when it has none. Stress is the sum of the metrics' points, 0 to 2 each.
 *
 * Score and stress are not added in this profile: a table of both gives the severity. So the score is all there is to contribute, and the
 * metrics' factors contribute 0; their points and what follows from them stand in the notes.
 */
export function decideSeedV1(
  signal: Signal,
  baseline: WindowBaseline | null,
  policy: Policy,
  policyVersion: number,
): Decided {
  const { seed } = policy;
  const score = signal.confidence ?? 1;
  const rows = baseline === null ? [] : rowsBefore(baseline, signal.occurredAt.getTime(), policy);
  const warm = rows.length >= policy.baseline.minimumReadings;
  const judged = seed.metrics.map((name, place) => judge(signal, name, rows, place + 1, policy));
  const stress = judged.reduce((sum, { points }) => sum + points, 0);
  const severity = severityOf(score, warm ? stress : null, policy);
  const scoreFactor: Factor = {
    name: 'final_score',
    value: score,
    threshold: score >= seed.highFrom ? seed.highFrom : seed.mediumFrom,
    weight: 1,
    contribution: score,
    note: signal.confidence === null ? 'no confidence given: taken as 1' : `confidence ${numberText(score)}`,
  };
  const stressText = warm
    ? `stress ${stress} of ${2 * seed.metrics.length}`
    : `only ${rows.length} readings to compare with`;
  const decision = {
    score,
    severity,
    reason: `score ${numberText(score)}, ${stressText}`,
    factors: [scoreFactor, ...judged.map(({ factor }) => factor)],
    stress,
    recommendedAction: recommendedAction(severity, policy),
    policyVersion,
  };
  return { decision, load: stress / (2 * seed.metrics.length), calm: false };
}

/** `stress` is null while the window holds too few readings. */
export function severityOf(score: number, stress: number | null, { seed }: Policy): Severity {
  if (score < seed.mediumFrom) return 'LOW';
  if (stress === null) return score < seed.highFrom ? 'MEDIUM' : 'HIGH';
  if (score < seed.highFrom) return stress >= seed.highAtStress ? 'HIGH' : 'MEDIUM';
  return stress >= seed.criticalAtStress ? 'CRITICAL' : 'HIGH';
}

function judge(
  signal: Signal,
  name: string,
  rows: Parameters<typeof statisticsOf>[0],
  column: number,
  { seed }: Policy,
): { readonly points: number; readonly factor: Factor } {
  const value = signal.metrics.find((metric) => metric.name === name)?.value ?? null;
  const { mean, sd } = statisticsOf(rows, column);
  const points = value === null || sd === 0 ? 0 : pointsOf(value, mean, sd, seed);
  const bound = mean + (points === 2 ? seed.twoPointSds : seed.onePointSds) * sd;
  // Readings near the end of what a number can be have a deviation past it: no value passes that, and no answer can hold it.
  const threshold = Number.isFinite(bound) ? bound : null;
  const note = value === null ? 'not given' : `${points} of 2 points (mean ${numberText(mean)}, sd ${numberText(sd)})`;
  return { points, factor: { name, value, threshold, weight: 2, contribution: 0, note } };
}

function pointsOf(value: number, mean: number, sd: number, seed: Policy['seed']): number {
  if (value > mean + seed.twoPointSds * sd) return 2;
  return value > mean + seed.onePointSds * sd ? 1 : 0;
}
