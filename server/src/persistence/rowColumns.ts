import { byteArray, jsonArray, plainArray, textArray } from './arrayLiteral.ts';

/** A column of a statement that writes many rows at once: of which type it is, and its values in the order of the rows. */
interface RowColumn<Row> {
  readonly type: string;
  readonly array: (rows: readonly Row[]) => string;
}

/** Numbers, booleans, UUIDs, words of an enumeration. */
export function plain<Row>(type: string, of: (row: Row) => string | number | boolean | null): RowColumn<Row> {
  return { type, array: (rows) => plainArray(rows.map(of)) };
}

export function moments<Row>(of: (row: Row) => Date | null): RowColumn<Row> {
  return { type: 'timestamptz', array: (rows) => plainArray(rows.map((row) => of(row)?.toISOString() ?? null)) };
}

export function texts<Row>(of: (row: Row) => string | null): RowColumn<Row> {
  return { type: 'text', array: (rows) => textArray(rows.map(of)) };
}

export function documents<Row>(type: 'json' | 'jsonb', of: (row: Row) => unknown): RowColumn<Row> {
  return { type, array: (rows) => jsonArray(rows.map(of)) };
}

export function byteStrings<Row>(of: (row: Row) => Uint8Array): RowColumn<Row> {
  return { type: 'bytea', array: (rows) => byteArray(rows.map(of)) };
}

/** Rows as one parameter a column, for `insert into … select … from unnest(…)`. */
export interface RowColumns<Row> {
  readonly names: readonly string[];
  readonly nameList: string;
  /** What goes behind `from`: the rows as `new`, by parameters 1 to `names.length`. */
  readonly source: string;
  parameters(rows: readonly Row[]): string[];
}

/** By the column's name in the database. */
export type Columns<Row> = Readonly<Record<string, RowColumn<Row>>>;

export function rowColumns<Row>(columns: Columns<Row>): RowColumns<Row> {
  const names = Object.keys(columns);
  const all = Object.values(columns);
  const nameList = names.join(', ');
  // The client leaves alone what is text, and the server turns it into the array that it is.
  const arrays = all.map(({ type }, place) => `$${place + 1}::text::${type}[]`);
  return {
    names,
    nameList,
    source: `unnest(${arrays.join(', ')}) as new(${nameList})`,
    parameters: (rows) => all.map(({ array }) => array(rows)),
  };
}
