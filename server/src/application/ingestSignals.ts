import type { NewSignal } from '../domain/signal.ts';
import type { App } from './app.ts';
import type { IngestResult } from './ingestResult.ts';
import type { ParsedSignal } from './parseSignal.ts';

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
