import type { Severity } from './severity.ts';
import type { Suppressor } from './suppression.ts';

/** One reason for a decision. */
export interface Factor {
  readonly name: string;
  /** What was observed, and what it was compared with, in the observation's unit. */
  readonly value: number | null;
  readonly threshold: number | null;
  readonly weight: number;
  /** Its part of the decision's score; the contributions of all factors add up to it. */
  readonly contribution: number;
  readonly note: string | null;
}

/** What a model that was learned from corrected severities would have said. It decides nothing. */
export interface ShadowVerdict {
  readonly severity: Severity;
  /** 0 to 1, as if the severities on both sides of the question were equally frequent. */
  readonly probability: number;
  /** Largest contribution first, whatever its sign; the contributions add up to the log odds of the probability. */
  readonly factors: readonly Factor[];
  readonly modelVersion: number;
}

/** What the engines concluded about a signal. */
export interface Decision {
  /** 0 to 1. */
  readonly score: number;
  readonly severity: Severity;
  readonly reason: string;
  /** Largest contribution first. */
  readonly factors: readonly Factor[];
  /** 0 to 100 under `load-v2`, 0 to 6 under `seed-v1`. */
  readonly stress: number;
  readonly recommendedAction: string;
  readonly policyVersion: number;
  /** What held the signal back; only where something did. */
  readonly suppressedBy?: readonly Suppressor[];
  /** Only where the policy asks for it and a model was trained. */
  readonly shadow?: ShadowVerdict;
}
