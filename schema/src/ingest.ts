import { type IngestResultFragment, IngestSignalsDocument, type SignalInput } from './__generated__/operations.ts';
import { VigilError } from './errors.ts';
import type { Request } from './http.ts';

export interface IngestResults {
  /** One for each signal, in their order. */
  readonly results: readonly IngestResultFragment[];
  /** How many were stored, or had been before. */
  readonly accepted: number;
  readonly rejected: number;
}

/** The contract's limit for one request. */
const mostSignals = 1_000;

/** Whether these signals may be sent twice: the server answers a key that it knows with the first answer. */
export function isSafe(signals: readonly SignalInput[]): boolean {
  return signals.every((signal) => Boolean(signal.idempotencyKey));
}

/** Sends signals one request after the other, so that they are taken in their order. */
export async function ingestInParts(request: Request, signals: readonly SignalInput[]): Promise<IngestResults> {
  const results: IngestResultFragment[] = [];
  let accepted = 0;
  let rejected = 0;
  for (let from = 0; from < signals.length; from += mostSignals) {
    const part = await ingestPart(request, signals.slice(from, from + mostSignals));
    results.push(...part.results);
    accepted += part.accepted;
    rejected += part.rejected;
  }
  return { results, accepted, rejected };
}

async function ingestPart(request: Request, inputs: SignalInput[]): Promise<IngestResults> {
  try {
    const { ingestSignals } = await request(IngestSignalsDocument, { inputs }, isSafe(inputs) ? 'safe' : 'once');
    return ingestSignals;
  } catch (error) {
    if (!(error instanceof VigilError) || error.code !== 'PAYLOAD_TOO_LARGE' || inputs.length < 2) throw error;
    // Refused before anything was stored, so halves can be sent.
    const middle = Math.ceil(inputs.length / 2);
    const first = await ingestPart(request, inputs.slice(0, middle));
    const second = await ingestPart(request, inputs.slice(middle));
    return {
      results: [...first.results, ...second.results],
      accepted: first.accepted + second.accepted,
      rejected: first.rejected + second.rejected,
    };
  }
}
