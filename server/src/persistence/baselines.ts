import type { BaselineState } from '../engines/baseline.ts';
import type { SqlExecutor } from './database.ts';
import { aboutRows, documents, rowColumns, texts } from './rowColumns.ts';
import type { Statement } from './statement.ts';

/** Reads baselines by their keys; one that was never stored is not in the answer. */
export async function readBaselines(sql: SqlExecutor, keys: readonly string[]): Promise<Map<string, BaselineState>> {
  if (keys.length === 0) return new Map();
  const rows = await sql<{ key: string; state: BaselineState }[]>`
    select key, state from baseline where key = any(${[...keys]}::text[])`;
  return new Map(rows.map(({ key, state }) => [key, state]));
}

const columns = rowColumns<readonly [key: string, state: BaselineState]>({
  key: texts(([key]) => key),
  state: documents('json', ([, state]) => state),
});
const putStatement = `
  insert into baseline (${columns.nameList}) select ${columns.nameList} from ${columns.source}
  on conflict (key) do update set state = excluded.state`;

/** Writes baselines, new ones too. The caller holds what keeps other batches away. */
export function putBaselines(states: ReadonlyMap<string, BaselineState>): Statement[] {
  return aboutRows(putStatement, columns, [...states]);
}
