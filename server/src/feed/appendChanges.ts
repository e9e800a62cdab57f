import type { TransactionSql } from 'postgres';
import type { Change } from '../domain/change.ts';
import type { BatchId } from '../domain/ids.ts';
import { documents, moments, optionalDocuments, plain, rowColumns } from '../persistence/rowColumns.ts';
import { type Before, type LastStatement, nothingBefore } from '../persistence/sendAsOne.ts';
import type { FeedState } from './readChanges.ts';

export type NewChange = Omit<Change, 'position'>;

export const wakeChannel = 'vigil_change';

const changeColumns = rowColumns<NewChange & { readonly place: number }>({
  place: plain('bigint', ({ place }) => place),
  incident_id: plain('uuid', ({ incident }) => incident.id),
  kind: plain('change_kind', ({ kind }) => kind),
  at: moments(({ at }) => at),
  previous: optionalDocuments('json', ({ previous }) => previous),
  incident: documents('json', ({ incident }) => incident),
});
const parameter = (place: number, type: string) => `$${changeColumns.names.length + place}::${type}`;
const count = parameter(1, 'bigint');
const insertChanges = `
  insert into change (position, incident_id, kind, at, previous, incident)
  select moved.head - ${count} + place, incident_id, kind, at, previous, incident from moved, ${changeColumns.source}`;
const appendStatement = `
  with moved as (update feed set head = head + ${count} where id = 1 returning head),
  appended as (${insertChanges})
  select pg_notify('${wakeChannel}', head::text) from moved`;
const appendBatchStatement = ({ steps, done }: Before) => `
  with ${steps}moved as (
    update feed set batches = batches + 1, last_batch = ${parameter(2, 'uuid')},
      head = case when ${parameter(3, 'bigint')} is null or head = ${parameter(3, 'bigint')}
        and batches = ${parameter(4, 'bigint')} and last_batch is not distinct from ${parameter(5, 'uuid')} then head + ${count} end
    where id = 1 and ${done} returning head),
  appended as (${insertChanges})
  select head::float8, case when ${count} > 0 then pg_notify('${wakeChannel}', head::text) end from moved`;
const appendBatchAlone = appendBatchStatement(nothingBefore);

/**
 * Appends changes, at most one per incident. It must be the last statement of its transaction: it locks the feed's head until
 * the commit, which makes positions follow the order of commits without a gap. The notification is a wake-up: it says where the head is.
 */
export async function appendChanges(tx: TransactionSql, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.unsafe(appendStatement, [...placed(changes), changes.length], { prepare: true });
}

/** Where the feed stands: after how many changes, and after which batch of signals. */
export type FeedVersion = Pick<FeedState, 'head' | 'batches' | 'lastBatch'>;

export interface NewBatch {
  readonly id: BatchId;
  readonly changes: readonly NewChange[];
  readonly expected: FeedVersion | null;
}

/**
 * The same for a batch of signals, which also counts where it changes no incident. With `expected` it fails when somebody else has appended
 * since, and the transaction with it: the head would be null, which its table refuses. So a commit may be sent behind it. What it answers is
 * for `headOf`.
 */
export function batchAppended({ id, changes, expected }: NewBatch): LastStatement {
  const { head = null, batches = null, lastBatch = null } = expected ?? {};
  return { text: appendBatchStatement, parameters: [...placed(changes), changes.length, id, head, batches, lastBatch] };
}

export interface MovedHead {
  readonly head: number;
}

/** Where the feed's head is behind a batch. */
export function headOf([moved]: readonly MovedHead[]): number {
  if (moved === undefined) throw new Error('The feed has no row: the migrations did not run');
  return moved.head;
}

/** Appends a batch by a statement of its own, and answers where the head is then. */
export async function appendBatch(tx: TransactionSql, batch: NewBatch): Promise<number> {
  const { parameters } = batchAppended(batch);
  return headOf(await tx.unsafe<MovedHead[]>(appendBatchAlone, [...parameters], { prepare: true }));
}

function placed(changes: readonly NewChange[]): string[] {
  return changeColumns.parameters(changes.map((change, index) => ({ ...change, place: index + 1 })));
}
