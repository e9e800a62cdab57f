import type { Logger } from 'pino';
import type { NewSignal } from '../domain/signal.ts';
import { isTransient } from '../persistence/transient.ts';
import type { IngestBatch } from './ingestBatch.ts';
import type { IngestResult } from './ingestResult.ts';

const attempts = 8;

export interface StoreBatchOptions {
  readonly ingestBatch: IngestBatch;
  readonly log: Logger;
}

/**
 * Stores a batch: again when another server was in the way, and in halves when something in it cannot be stored, so that one
 * poisoned signal fails alone. Throws when the database cannot be reached, as `ingestBatch` does.
 */
export async function storeBatch(
  options: StoreBatchOptions,
  signals: readonly NewSignal[],
  onDecided?: () => void,
): Promise<IngestResult[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await options.ingestBatch(signals, onDecided);
    } catch (error) {
      if (isTransient(error) && attempt < attempts) continue;
      if (isTransient(error) || !isDataFault(error)) throw error;
      if (signals.length === 1) {
        options.log.error({ err: error }, 'A signal could not be stored');
        return [unstorable];
      }
      const middle = Math.ceil(signals.length / 2);
      const first = await storeBatch(options, signals.slice(0, middle));
      const second = await storeBatch(options, signals.slice(middle));
      return [...first, ...second];
    }
  }
}

const unstorable: IngestResult = {
  outcome: 'REJECTED',
  userErrors: [{ code: 'INVALID', message: 'This signal cannot be stored; the others were', field: null }],
};

/** Classes 22 (data exception) and 23 (integrity), and errors that are not the database's: something in the batch is at fault. */
function isDataFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' || code.startsWith('22') || code.startsWith('23') || code.startsWith('54');
}
