import { advisoryLocks } from './advisoryLocks.ts';
import type { Statement } from './statement.ts';

/** Keeps the batches of other servers away until the transaction ends. */
export const ingestLock: Statement = {
  text: 'select pg_advisory_xact_lock($1::bigint)',
  parameters: [advisoryLocks.ingest],
};
