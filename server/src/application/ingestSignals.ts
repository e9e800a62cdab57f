import type { Decision } from '../domain/decision.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { Incident } from '../domain/incident.ts';
import type { NewSignal, Signal, SignalOutcome } from '../domain/signal.ts';
import type { UserError } from '../domain/userError.ts';
import type { App } from './app.ts';
import type { ParsedSignal } from './parseSignal.ts';

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

/**
 * Takes signals in their order and answers after the commit, one answer each. Signals that did not parse are refused alone.
 * Throws IntakeFull when too many wait already.
 */
export async function ingestSignals(app: App, inputs: readonly ParsedSignal[]): Promise<IngestResult[]> {
  const accepted: NewSignal[] = [];
  for (const input of inputs) if (input.ok) accepted.push(input.signal);
  const stored = (accepted.length === 0 ? [] : await app.intake.submit(accepted)).values();
  return inputs.map((input) => {
    if (!input.ok) return { outcome: 'REJECTED', userErrors: input.errors };
    const next = stored.next();
    if (next.done) throw new Error('The intake answered fewer signals than it was given');
    return next.value;
  });
}
