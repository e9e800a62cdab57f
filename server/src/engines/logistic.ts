import { finish, type Steps } from './steps.ts';

/** A fitted logistic regression: log odds = bias + Σ weight · value. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

export interface Observation {
  readonly values: readonly number[];
  readonly positive: boolean;
  /** How much it counts. */
  readonly weight: number;
}

const mostSteps = 50;
const settled = 1e-9;
/** How many products a step makes before it pauses: a few milliseconds. */
const productsPerStep = 1_000_000;

/**
 * Logistic regression with an L2 penalty (½ · penalty · Σ weight², the bias free), by Newton's method (iteratively reweighted least
 * squares, Bishop 2006, 4.3.3) with halved steps where a whole one would make it worse. Deterministic; the penalty makes the optimum
 * unique, even where a value separates the classes. All observations have the same number of values.
 */
export function fitLogistic(observations: readonly Observation[], penalty: number): Logistic {
  return finish(fitLogisticInSteps(observations, penalty));
}

export function* fitLogisticInSteps(observations: readonly Observation[], penalty: number): Steps<Logistic> {
  const width = (observations[0]?.values.length ?? 0) + 1;
  let beta = new Array<number>(width).fill(0);
  let loss = yield* lossOf(observations, beta, penalty);
  for (let step = 0; step < mostSteps; step += 1) {
    const direction = yield* newtonStep(observations, beta, penalty);
    let size = 1;
    let next = beta.map((value, place) => value - (direction[place] ?? 0));
    let nextLoss = yield* lossOf(observations, next, penalty);
    while (nextLoss > loss && size > settled) {
      size /= 2;
      next = beta.map((value, place) => value - size * (direction[place] ?? 0));
      nextLoss = yield* lossOf(observations, next, penalty);
    }
    const moved = Math.max(...direction.map(Math.abs)) * size;
    if (nextLoss <= loss) beta = next;
    loss = Math.min(loss, nextLoss);
    if (moved < settled) break;
  }
  const [bias = 0, ...weights] = beta;
  return { bias, weights };
}

/** 1 / (1 + e^−x). */
export function sigmoid(logOdds: number): number {
  return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
}

function logOddsAt(values: readonly number[], beta: readonly number[]): number {
  let sum = beta[0] ?? 0;
  for (let place = 0; place < values.length; place += 1) sum += (values[place] ?? 0) * (beta[place + 1] ?? 0);
  return sum;
}

/** Where to pause on the way through observations of which each costs as much as its products with itself. */
function isPause(place: number, width: number): boolean {
  return place % Math.ceil(productsPerStep / width ** 2) === 0;
}

function* lossOf(observations: readonly Observation[], beta: readonly number[], penalty: number): Steps<number> {
  let loss = 0;
  for (const [place, { values, positive, weight }] of observations.entries()) {
    if (isPause(place, beta.length)) yield;
    const margin = logOddsAt(values, beta) * (positive ? 1 : -1);
    // ln(1 + e^−m), without overflow.
    loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
  }
  const [, ...weights] = beta;
  return loss + 0.5 * penalty * weights.reduce((sum, value) => sum + value * value, 0);
}

function* newtonStep(observations: readonly Observation[], beta: readonly number[], penalty: number): Steps<number[]> {
  const width = beta.length;
  const gradient = new Float64Array(width);
  const hessian = new Float64Array(width * width);
  const row = new Float64Array(width);
  row[0] = 1;
  for (const [position, { values, positive, weight }] of observations.entries()) {
    if (isPause(position, width)) yield;
    const probability = sigmoid(logOddsAt(values, beta));
    for (let place = 0; place < values.length; place += 1) row[place + 1] = values[place] ?? 0;
    const residual = weight * (probability - (positive ? 1 : 0));
    const curvature = weight * probability * (1 - probability);
    for (let i = 0; i < width; i += 1) {
      const value = row[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + residual * value;
      const scaled = curvature * value;
      if (scaled === 0) continue;
      for (let j = 0; j <= i; j += 1) hessian[i * width + j] = (hessian[i * width + j] ?? 0) + scaled * (row[j] ?? 0);
    }
  }
  for (let i = 0; i < width; i += 1) {
    // The bias is held by a hair only, so that the matrix can be solved whatever the data.
    const held = i === 0 ? 1e-9 : penalty;
    gradient[i] = (gradient[i] ?? 0) + (i === 0 ? 0 : penalty * (beta[i] ?? 0));
    hessian[i * width + i] = (hessian[i * width + i] ?? 0) + held;
  }
  return solveCholesky(hessian, gradient, width);
}

/** Solves A x = b for a positive definite A whose lower half is given row by row; overwrites it. */
function solveCholesky(a: Float64Array, b: Float64Array, width: number): number[] {
  const at = (i: number, j: number) => a[i * width + j] ?? 0;
  for (let j = 0; j < width; j += 1) {
    let diagonal = at(j, j);
    for (let k = 0; k < j; k += 1) diagonal -= at(j, k) ** 2;
    const root = Math.sqrt(Math.max(diagonal, 1e-12));
    a[j * width + j] = root;
    for (let i = j + 1; i < width; i += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      a[i * width + j] = sum / root;
    }
  }
  const x = Array.from(b);
  for (let i = 0; i < width; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  for (let i = width - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < width; k += 1) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  return x;
}
