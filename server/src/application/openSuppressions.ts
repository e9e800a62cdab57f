import { gt, isNull, or } from 'drizzle-orm';
import { maintenanceWindowTable, silenceTable } from '../persistence/suppressionTables.ts';
import type { App } from './app.ts';

/** How many silences and maintenance windows are in force or to come: what every batch of signals may have to read. */
export async function openSuppressions({ database: { orm } }: Pick<App, 'database'>, now: Date): Promise<number> {
  const { endsAt } = maintenanceWindowTable;
  const [silences, windows] = await Promise.all([
    orm.$count(silenceTable, gt(silenceTable.endsAt, now)),
    orm.$count(maintenanceWindowTable, or(isNull(endsAt), gt(endsAt, now))),
  ]);
  return silences + windows;
}
