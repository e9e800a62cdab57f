import type { CatalogueService } from '../domain/service.ts';
import { countServices, readServicePage } from '../persistence/catalogue.ts';
import type { App } from './app.ts';
import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  readPage,
} from './connection.ts';

/** The catalogue in the order of the names. */
export async function listServices(
  { database }: Pick<App, 'database'>,
  args: Pick<PageArguments, 'first' | 'after'>,
): Promise<Connection<CatalogueService>> {
  const page = readPage(args, { standard: 100, most: 500 });
  const after = page.after === null ? null : String(decodeCursor(page.after, 'after', 1)[0]);
  const rows = await readServicePage(database.sql, { after, limit: page.limit + 1 });
  return connectionOf(
    rows,
    page,
    ({ name }) => encodeCursor([name]),
    () => countServices(database.sql),
  );
}
