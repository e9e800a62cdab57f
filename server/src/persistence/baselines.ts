import type { TransactionSql } from 'postgres';
import type { BaselineState } from '../engines/baseline.ts';

/** Locks the baselines in the order of their keys and reads them; one that was never stored is not in the answer. */
export async function lockBaselines(tx: TransactionSql, keys: readonly string[]): Promise<Map<string, BaselineState>> {
  if (keys.length === 0) return new Map();
  const wanted = [...new Set(keys)].sort();
  const read = () =>
    tx<{ key: string; state: BaselineState | null }[]>`
      select key, state from baseline where key = any(${wanted}::text[]) order by key for no key update`;
  let rows = await read();
  if (rows.length < wanted.length) {
    // An empty row first, so that two transactions that meet a new key wait for each other instead of both starting from nothing.
    await tx`
      insert into baseline (key, state) select key, 'null'::json from unnest(${wanted}::text[]) as new(key) order by key
      on conflict do nothing`;
    rows = await read();
  }
  const known = new Map<string, BaselineState>();
  for (const { key, state } of rows) if (state !== null) known.set(key, state);
  return known;
}

/** Writes baselines whose rows the caller holds locked. */
export async function writeBaselines(tx: TransactionSql, states: ReadonlyMap<string, BaselineState>): Promise<void> {
  if (states.size === 0) return;
  await tx`
    update baseline set state = new.state::json
    from unnest(${[...states.keys()]}::text[], ${[...states.values()].map((state) => JSON.stringify(state))}::text[])
      as new(key, state)
    where baseline.key = new.key`;
}

/** Reads baselines that another row's lock guards. */
export async function readBaselines(tx: TransactionSql, keys: readonly string[]): Promise<Map<string, BaselineState>> {
  const rows = await tx<{ key: string; state: BaselineState }[]>`
    select key, state from baseline where key = any(${[...keys]}::text[])`;
  return new Map(rows.map(({ key, state }) => [key, state]));
}

/** Writes baselines that another row's lock guards, new ones too. */
export async function putBaselines(tx: TransactionSql, states: ReadonlyMap<string, BaselineState>): Promise<void> {
  for (const [key, state] of states) {
    await tx`
      insert into baseline (key, state) values (${key}, ${JSON.stringify(state)}::text::json)
      on conflict (key) do update set state = excluded.state`;
  }
}
