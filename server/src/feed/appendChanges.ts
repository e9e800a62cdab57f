import type { TransactionSql } from 'postgres';
import type { Change } from '../domain/change.ts';

export type NewChange = Omit<Change, 'position'>;

export const wakeChannel = 'vigil_change';

/**
 * Appends changes, at most one per incident. It must be the last statement of its transaction: it locks the feed's head until
 * the commit, which makes positions follow the order of commits without a gap. The notification is a wake-up and carries nothing.
 */
export async function appendChanges(tx: TransactionSql, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx`
    with moved as (update feed set head = head + ${changes.length} where id = 1 returning head - ${changes.length} as base),
    appended as (
      insert into change (position, incident_id, kind, at, previous, incident)
      select moved.base + place, incident_id, kind::change_kind, at::timestamptz, previous::jsonb, incident::jsonb
      from moved, unnest(
        ${changes.map((change) => change.incident.id)}::uuid[],
        ${changes.map((change) => change.kind)}::text[],
        ${changes.map((change) => change.at.toISOString())}::text[],
        ${changes.map((change) => (change.previous === null ? null : JSON.stringify(change.previous)))}::text[],
        ${changes.map((change) => JSON.stringify(change.incident))}::text[]
      ) with ordinality as new(incident_id, kind, at, previous, incident, place))
    select pg_notify(${wakeChannel}, '')`;
}
