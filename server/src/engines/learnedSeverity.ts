import { compareSeverity, type Severity, severities } from '../domain/severity.ts';
import { type Classification, classify } from './classification.ts';
import {
  judgeByModel,
  keyOf,
  type LearnedCut,
  type LearnedFeature,
  type LearnedModel,
  standardised,
} from './learnedModel.ts';
import { fitLogisticInSteps } from './logistic.ts';
import { type Feature, featureKinds } from './severityFeatures.ts';
import { finish, type Steps } from './steps.ts';

/** A signal whose severity a person has said, or that was labelled. */
export interface Sample {
  readonly atMs: number;
  readonly features: readonly Feature[];
  /** What it is by that person. */
  readonly severity: Severity;
  /** What the rules had said. */
  readonly rules: Severity;
}

/** How the rules and a model trained on what came before answer whether it is HIGH or worse, on samples that the model never saw. */
export interface HeldOut {
  readonly trainedOn: number;
  readonly rules: Classification;
  readonly model: Classification;
}

/** Names are the senders': more metrics than these are the noise of few samples. */
const mostMetrics = 12;
/** A question is asked only when it has so many answers of each kind. */
const fewestOfEach = 5;
/** Of the L2 penalty: at least, and for each sample. */
const penalty = { least: 1, perSample: 0.005 };
/** How many samples a step looks at before it pauses: a few milliseconds. */
const samplesPerStep = 100;

/**
 * Learns to tell severities from features: a logistic regression for each of MEDIUM, HIGH and CRITICAL (at least as severe, or not), on
 * standardised features, with both answers weighing the same in all, since what is severe is rare. Null when no question has enough
 * answers of both kinds. Deterministic: the same samples in any order of equal times give the same model up to rounding.
 */
export function trainSeverityModel(samples: readonly Sample[], version: number): LearnedModel | null {
  return finish(trainSeverityModelInSteps(samples, version));
}

export function* trainSeverityModelInSteps(samples: readonly Sample[], version: number): Steps<LearnedModel | null> {
  const features = yield* featuresIn(samples);
  if (features.length === 0) return null;
  const rows = yield* mapped(samples, (sample) => standardised(sample.features, features));
  const cuts: LearnedCut[] = [];
  for (const severity of ['CRITICAL', 'HIGH', 'MEDIUM'] as const) {
    const positives = samples.filter((sample) => atLeast(sample.severity, severity)).length;
    const negatives = samples.length - positives;
    if (Math.min(positives, negatives) < fewestOfEach) continue;
    const observations = samples.map((sample, place) => {
      const positive = atLeast(sample.severity, severity);
      return { values: rows[place] ?? [], positive, weight: samples.length / (2 * (positive ? positives : negatives)) };
    });
    const fitted = yield* fitLogisticInSteps(observations, penalty.least + penalty.perSample * samples.length);
    cuts.push({ severity, ...fitted });
  }
  const lowest = cuts.at(-1)?.severity;
  if (lowest === undefined) return null;
  return {
    version,
    features,
    cuts,
    otherwise: mostFrequent(samples.filter(({ severity }) => !atLeast(severity, lowest))),
  };
}

/** Trains on the first part of the samples in time and asks about the rest; null when the first part is too little to learn from. */
export function evaluateHeldOut(samples: readonly Sample[], trainShare: number): HeldOut | null {
  return finish(evaluateHeldOutInSteps(samples, trainShare));
}

export function* evaluateHeldOutInSteps(samples: readonly Sample[], trainShare: number): Steps<HeldOut | null> {
  const ordered = samples.toSorted((a, b) => a.atMs - b.atMs);
  const trainedOn = Math.floor(ordered.length * trainShare);
  const model = yield* trainSeverityModelInSteps(ordered.slice(0, trainedOn), 0);
  const rest = ordered.slice(trainedOn);
  if (model === null || rest.length === 0) return null;
  const judged = yield* mapped(rest, ({ features }) => judgeByModel(features, model).severity);
  const answered = (severityOf: (sample: Sample, place: number) => Severity | undefined) =>
    classify(
      rest.map((sample, place) => ({
        predicted: atLeast(severityOf(sample, place) ?? 'LOW', 'HIGH'),
        actual: atLeast(sample.severity, 'HIGH'),
      })),
    );
  return { trainedOn, rules: answered(({ rules }) => rules), model: answered((_, place) => judged[place]) };
}

function* mapped<Result>(samples: readonly Sample[], of: (sample: Sample) => Result): Steps<Result[]> {
  const results: Result[] = [];
  for (const sample of samples) {
    if (results.length % samplesPerStep === 0) yield;
    results.push(of(sample));
  }
  return results;
}

function atLeast(severity: Severity, least: Severity): boolean {
  return compareSeverity(severity, least) >= 0;
}

function mostFrequent(samples: readonly Sample[]): Severity {
  const count = (severity: Severity) => samples.filter((sample) => sample.severity === severity).length;
  return severities.reduce((best, severity) => (count(severity) > count(best) ? severity : best));
}

/** The features of the most frequent metrics that vary at all, with the means and standard deviations of the samples that have them. */
function* featuresIn(samples: readonly Sample[]): Steps<LearnedFeature[]> {
  const seen = new Map<string, { count: number; sum: number; squares: number }>();
  const ofMetric = new Map<string, number>();
  for (const [place, { features }] of samples.entries()) {
    if (place % samplesPerStep === 0) yield;
    for (const metric of new Set(features.map((feature) => feature.metric))) {
      ofMetric.set(metric, (ofMetric.get(metric) ?? 0) + 1);
    }
    for (const { metric, kind, value } of features) {
      const key = keyOf(metric, kind);
      const moments = seen.get(key) ?? { count: 0, sum: 0, squares: 0 };
      seen.set(key, { count: moments.count + 1, sum: moments.sum + value, squares: moments.squares + value * value });
    }
  }
  const metrics = [...ofMetric]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, mostMetrics)
    .map(([metric]) => metric);
  return metrics.flatMap((metric) =>
    featureKinds.flatMap((kind) => {
      const moments = seen.get(keyOf(metric, kind));
      if (moments === undefined) return [];
      const mean = moments.sum / moments.count;
      const sd = Math.sqrt(Math.max(0, moments.squares / moments.count - mean * mean));
      return sd < 1e-6 ? [] : [{ metric, kind, mean, sd }];
    }),
  );
}
