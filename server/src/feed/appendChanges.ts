import type { TransactionSql } from 'postgres';
import type { Change } from '../domain/change.ts';
import { documents, moments, plain, rowColumns } from '../persistence/rowColumns.ts';

export type NewChange = Omit<Change, 'position'>;

export const wakeChannel = 'vigil_change';

const changeColumns = rowColumns<NewChange & { readonly place: number }>({
  place: plain('bigint', ({ place }) => place),
  incident_id: plain('uuid', ({ incident }) => incident.id),
  kind: plain('change_kind', ({ kind }) => kind),
  at: moments(({ at }) => at),
  previous: documents('json', ({ previous }) => previous),
  incident: documents('json', ({ incident }) => incident),
});
const count = `$${changeColumns.names.length + 1}::bigint`;
const appendStatement = `
  with moved as (update feed set head = head + ${count} where id = 1 returning head - ${count} as base),
  appended as (
    insert into change (position, incident_id, kind, at, previous, incident)
    select moved.base + place, incident_id, kind, at, previous, incident from moved, ${changeColumns.source})
  select pg_notify('${wakeChannel}', '')`;

/**
 * Appends changes, at most one per incident. It must be the last statement of its transaction: it locks the feed's head until
 * the commit, which makes positions follow the order of commits without a gap. The notification is a wake-up and carries nothing.
 */
export async function appendChanges(tx: TransactionSql, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const placed = changes.map((change, index) => ({ ...change, place: index + 1 }));
  await tx.unsafe(appendStatement, [...changeColumns.parameters(placed), changes.length], { prepare: true });
}
