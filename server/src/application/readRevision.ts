import type { RevisionKind } from '../domain/revision.ts';
import { openUntil } from '../engines/maintenance.ts';
import { readRevision as readStored } from '../persistence/revisions.ts';
import { readMaintenanceWindows } from '../persistence/suppressions.ts';
import type { App } from './app.ts';

/** Where things of a kind stand: another text whenever one of them has changed. */
export async function readRevision(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  kind: RevisionKind,
): Promise<string> {
  const now = await clock.now();
  const stored = await readStored(database.sql, kind, now);
  if (kind !== 'MAINTENANCE_WINDOWS') return stored;
  // Windows open and close by rules that the database does not know.
  const windows = await readMaintenanceWindows(database.sql, { from: now, to: now });
  const open = windows.filter((window) => openUntil(window, now) !== null);
  return [stored, ...open.map(({ id }) => id)].join(' ');
}
