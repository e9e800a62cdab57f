import type { Severity } from './severity.ts';

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
}
