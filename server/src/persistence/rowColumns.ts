import { byteArray, jsonArray, plainArray, textArray } from './arrayLiteral.ts';
import type { Statement } from './statement.ts';

/** A column of a statement that writes many rows at once, all of its values in one parameter that is text. */
interface RowColumn<Row> {
  /** What makes rows of the parameter again: a call of a function that returns a set. */
  readonly unfold: (parameter: string) => string;
  /** The values in the order of the rows. */
  readonly fold: (rows: readonly Row[]) => string;
}

/** The client leaves alone what is text, and the server turns it into the array that it is. */
function array<Row>(type: string, fold: RowColumn<Row>['fold']): RowColumn<Row> {
  return { unfold: (parameter) => `unnest(${parameter}::text::${type}[])`, fold };
}

/** Numbers, booleans, UUIDs, words of an enumeration. */
export function plain<Row>(type: string, of: (row: Row) => string | number | boolean | null): RowColumn<Row> {
  return array(type, (rows) => plainArray(rows.map(of)));
}

export function moments<Row>(of: (row: Row) => Date | null): RowColumn<Row> {
  return array('timestamptz', (rows) => {
    // Neighbours mostly have the same: a batch's rows were changed at one time.
    let last: { readonly ms: number; readonly text: string } | null = null;
    return plainArray(
      rows.map((row) => {
        const moment = of(row);
        if (moment === null) return null;
        const ms = moment.getTime();
        if (last?.ms !== ms) last = { ms, text: moment.toISOString() };
        return last.text;
      }),
    );
  });
}

export function texts<Row>(of: (row: Row) => string | null): RowColumn<Row> {
  return array('text', (rows) => textArray(rows.map(of)));
}

/** Documents, of which none is missing. As one document: to quote each again in an array costs as much as to write it. */
export function documents<Row>(type: 'json' | 'jsonb', of: (row: Row) => object): RowColumn<Row> {
  return {
    unfold: (parameter) => `${type}_array_elements(${parameter}::text::${type})`,
    fold: (rows) => JSON.stringify(rows.map(of)),
  };
}

export function byteStrings<Row>(of: (row: Row) => Uint8Array): RowColumn<Row> {
  return array('bytea', (rows) => byteArray(rows.map(of)));
}

/** Documents, of which some are NULL. */
export function optionalDocuments<Row>(type: 'json' | 'jsonb', of: (row: Row) => object | null): RowColumn<Row> {
  return array(type, (rows) => jsonArray(rows.map(of)));
}

/** Rows as one parameter a column, for `insert into … select … from …`. */
export interface RowColumns<Row> {
  readonly names: readonly string[];
  readonly nameList: string;
  /**
   * What goes behind `from`: the rows as `new`, by parameters 1 to `names.length`. Sets in a list of results are gone through side by side;
   * behind `from` each would be stored first, which takes a fifth to a half longer.
   */
  readonly source: string;
  parameters(rows: readonly Row[]): string[];
}

/** A statement about rows, with other parameters behind those of the columns; none where there is no row. */
export function aboutRows<Row>(
  text: string,
  columns: RowColumns<Row>,
  rows: readonly Row[],
  ...others: Statement['parameters']
): Statement[] {
  return rows.length === 0 ? [] : [{ text, parameters: [...columns.parameters(rows), ...others] }];
}

/** By the column's name in the database. */
export type Columns<Row> = Readonly<Record<string, RowColumn<Row>>>;

export function rowColumns<Row>(columns: Columns<Row>): RowColumns<Row> {
  const names = Object.keys(columns);
  const all = Object.values(columns);
  const nameList = names.join(', ');
  const sets = all.map(({ unfold }, place) => `${unfold(`$${place + 1}`)} as ${names[place]}`);
  return {
    names,
    nameList,
    source: `(select ${sets.join(', ')}) as new`,
    parameters: (rows) => all.map(({ fold }) => fold(rows)),
  };
}
