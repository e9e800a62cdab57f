import type { Sql } from 'postgres';
import type { Statement } from './statement.ts';

/** What stands before a statement that is sent as one with others. */
export interface Before {
  /** The others, for its `with`: followed by a comma, where there are any. */
  readonly steps: string;
  /** A condition that is true once all of them are done. */
  readonly done: string;
}

export const nothingBefore: Before = { steps: '', done: 'true' };

/** A statement that can be sent as one with others before it; the text is a constant again. */
export interface LastStatement {
  readonly text: (before: Before) => string;
  readonly parameters: Statement['parameters'];
}

export interface Step extends Statement {
  readonly writes: boolean;
}

/** What only reads, or locks. */
export function reading(statements: readonly Statement[]): Step[] {
  return statements.map(({ text, parameters }) => ({ text, parameters, writes: false }));
}

/** What inserts or updates, without a `returning`; no row twice. */
export function writing(statements: readonly Statement[]): Step[] {
  return statements.map(({ text, parameters }) => ({ text, parameters, writes: true }));
}

const known = new Map<string, string>();
const places = new Map<Statement['text'] | LastStatement['text'], number>();

/**
 * Sends several statements as one, which is a transaction of its own: no "begin" and "commit", and one answer instead of many. Each by
 * itself costs the server some 40 µs and Postgres 20, whatever it does. All of them see the database as it was when the first began:
 * it serves where nobody else's changes matter, or where the last one fails if there are any.
 */
export async function sendAsOne<Row extends object>(
  sql: Sql,
  steps: readonly Step[],
  last: LastStatement,
): Promise<Row[]> {
  const parameters = [last, ...steps].flatMap((one) => one.parameters);
  return sql.unsafe<Row[]>(textOf(steps, last), parameters, { prepare: true });
}

/** Made once for the same statements, so that the client finds by the same text what was planned. */
function textOf(steps: readonly Step[], last: LastStatement): string {
  const key = [last, ...steps].map(({ text }) => placeOf(text)).join(' ');
  let text = known.get(key);
  if (text === undefined) {
    text = asOne(steps, last);
    known.set(key, text);
  }
  return text;
}

function placeOf(text: Statement['text'] | LastStatement['text']): number {
  const place = places.get(text) ?? places.size;
  places.set(text, place);
  return place;
}

function asOne(steps: readonly Step[], last: LastStatement): string {
  if (steps.length === 0) return last.text(nothingBefore);
  let numbered = last.parameters.length;
  const behind = ({ text, parameters }: Statement) => {
    const before = numbered;
    numbered += parameters.length;
    return text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`);
  };
  const withSteps = steps.map((step, place) => {
    const body = step.writes ? `(${behind(step)} returning 1)` : `materialized (${behind(step)})`;
    return `step_${place} as ${body}, `;
  });
  // Postgres promises an order for the arms of "case", and for nothing else within a statement.
  const arms = steps.map((_, place) => `when (select count(*) from step_${place}) < 0 then false`);
  return last.text({
    steps: withSteps.join(''),
    done: `case ${arms.join(' ')} else true end`,
  });
}
