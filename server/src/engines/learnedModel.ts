import type { Factor, ShadowVerdict } from '../domain/decision.ts';
import type { Severity } from '../domain/severity.ts';
import { sigmoid } from './logistic.ts';
import { numberText } from './numberText.ts';
import type { Feature, FeatureKind } from './severityFeatures.ts';

export interface LearnedFeature {
  readonly metric: string;
  readonly kind: FeatureKind;
  /** Of the training data: what makes the feature's values comparable. */
  readonly mean: number;
  readonly sd: number;
}

/** One question, whether it is at least this severe. */
export interface LearnedCut {
  readonly severity: Exclude<Severity, 'LOW'>;
  readonly bias: number;
  /** One for each feature, per standard deviation. */
  readonly weights: readonly number[];
}

/** What was learned from corrected severities, as plain JSON. */
export interface LearnedModel {
  readonly version: number;
  readonly features: readonly LearnedFeature[];
  /** From the most severe down, at least one. */
  readonly cuts: readonly LearnedCut[];
  /** What it says when no question is answered with yes. */
  readonly otherwise: Severity;
}

const mostShown = 8;
/** In standard deviations of the training data, on either side. */
const furthest = 3;

const said: Record<FeatureKind, (metric: string, value: number) => string> = {
  deviation: (metric, value) => `${metric} is ${numberText(value)} sd from usual`,
  change: (metric, value) => `${metric} changed by ${numberText(value)} sd`,
  lastMinute: (metric, value) => `${metric} was ${numberText(value)} sd from usual over the last minute`,
  unrest: (metric, value) => `${metric} varied by ${numberText(value)} sd over the last minute`,
  threshold: (metric, value) => `${metric} is ${numberText(value * 100)} % of the way to critical`,
};

/** Values in the order of the model's features, standardised; 0, the mean, where a feature is missing. */
export function standardised(features: readonly Feature[], known: readonly LearnedFeature[]): number[] {
  const values = new Map(features.map(({ metric, kind, value }) => [keyOf(metric, kind), value]));
  return known.map(({ metric, kind, mean, sd }) => {
    const value = values.get(keyOf(metric, kind));
    return value === undefined ? 0 : Math.min(furthest, Math.max(-furthest, (value - mean) / sd));
  });
}

export function keyOf(metric: string, kind: FeatureKind): string {
  return `${kind} ${metric}`;
}

/** The most severe question that is answered with yes (probability of a half or more), and why. Pure and deterministic. */
export function judgeByModel(features: readonly Feature[], model: LearnedModel): ShadowVerdict {
  const values = standardised(features, model.features);
  const logOdds = ({ bias, weights }: LearnedCut) =>
    bias + weights.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), 0);
  const yes = model.cuts.find((cut) => logOdds(cut) >= 0);
  const cut = yes ?? model.cuts.at(-1);
  if (cut === undefined) throw new Error('A learned model asks no question');
  const sign = yes === undefined ? -1 : 1;
  return {
    severity: yes?.severity ?? model.otherwise,
    probability: sigmoid(sign * logOdds(cut)),
    factors: factorsOf(cut, sign, values, features, model.features),
    modelVersion: model.version,
  };
}

function factorsOf(
  { bias, weights }: LearnedCut,
  sign: 1 | -1,
  values: readonly number[],
  features: readonly Feature[],
  known: readonly LearnedFeature[],
): Factor[] {
  const raw = new Map(features.map(({ metric, kind, value }) => [keyOf(metric, kind), value]));
  const all = known.map(({ metric, kind, mean }, place): Factor => {
    const value = raw.get(keyOf(metric, kind)) ?? null;
    const weight = sign * (weights[place] ?? 0);
    const note = value === null ? `${metric}: not known` : said[kind](metric, value);
    return {
      name: `${metric}.${kind}`,
      value,
      threshold: mean,
      weight,
      contribution: weight * (values[place] ?? 0),
      note,
    };
  });
  const sorted = all.sort(byWeight);
  const rest = sorted.slice(mostShown).reduce((sum, { contribution }) => sum + contribution, 0);
  const shown = sorted.slice(0, mostShown).filter(({ contribution }) => contribution !== 0);
  const plain = { value: null, threshold: null, weight: 1 };
  shown.push({ ...plain, name: 'usual', contribution: sign * bias, note: 'what holds when every reading is average' });
  if (rest !== 0) shown.push({ ...plain, name: 'others', contribution: rest, note: 'all other readings together' });
  return shown.sort(byWeight);
}

function byWeight(a: Factor, b: Factor): number {
  return Math.abs(b.contribution) - Math.abs(a.contribution);
}
