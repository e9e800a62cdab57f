import type { DecisionFactor } from './IncidentDetail.ts';
import { roundToSum } from './roundToSum.ts';

/** A factor as a bar that begins where the one before it ended, so that the last one ends at the score. */
export interface FactorBar {
  readonly factor: DecisionFactor;
  /** Two decimals, which add up to the score's two decimals. */
  readonly shownContribution: number;
  /** Left end and width, as shares (0 to 1) of the whole scale. */
  readonly start: number;
  readonly width: number;
  /** It lowered the score: its bar goes back. */
  readonly lowers: boolean;
}

interface ScoreBars {
  readonly bars: readonly FactorBar[];
  /** The score itself on the same scale. */
  readonly total: { readonly start: number; readonly width: number };
}

/** The bars of a decision in the given order. The scale is 0 to 1, longer only where the sums leave it. */
export function factorBars(factors: readonly DecisionFactor[], score: number): ScoreBars {
  const shown = roundToSum(
    factors.map((factor) => factor.contribution),
    score,
  );
  const ends = runningSums(factors.map((factor) => factor.contribution));
  const lowest = Math.min(0, score, ...ends);
  const scale = Math.max(1, score, ...ends) - lowest;
  const bars = factors.map((factor, index) => {
    const end = ends[index] ?? 0;
    const begin = end - factor.contribution;
    return {
      factor,
      shownContribution: shown[index] ?? 0,
      start: (Math.min(begin, end) - lowest) / scale,
      width: Math.abs(factor.contribution) / scale,
      lowers: factor.contribution < 0,
    };
  });
  return { bars, total: { start: (Math.min(0, score) - lowest) / scale, width: Math.abs(score) / scale } };
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
