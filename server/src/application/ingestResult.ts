import type { Decision } from '../domain/decision.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal, SignalOutcome } from '../domain/signal.ts';
import type { UserError } from '../domain/userError.ts';

/** The answer to a signal that was stored, now or before. */
export interface StoredResult {
  readonly outcome: SignalOutcome | 'DUPLICATE';
  readonly signal: Signal;
  /** As it stood after the signal's transaction. */
  readonly incident: Incident | null;
  readonly decision: Decision;
  readonly escalations: readonly Escalation[];
}

export interface RejectedResult {
  readonly outcome: 'REJECTED';
  readonly userErrors: readonly UserError[];
}

export type IngestResult = StoredResult | RejectedResult;
