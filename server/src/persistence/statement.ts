import type { SqlExecutor } from './database.ts';
import { inOneFlight } from './inOneFlight.ts';

type Parameter = string | number | Date | null;

/** What is to be said to the database. Texts are constants: each is planned once by a connection. */
export interface Statement {
  readonly text: string;
  /** `$1` and so on in the text, each with a cast where it is not plain what it is. */
  readonly parameters: readonly Parameter[];
}

/** Sends statements in one go, each by itself; they are done in their order. */
export async function send(sql: SqlExecutor, statements: readonly Statement[]): Promise<void> {
  await inOneFlight(statements.map(({ text, parameters }) => sql.unsafe(text, [...parameters], { prepare: true })));
}
