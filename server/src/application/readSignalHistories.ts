import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { type SignalHistory, signalHistory, sliceBounds } from '../engines/signalHistory.ts';
import { readSignalCounts } from '../persistence/signalCounts.ts';
import type { App } from './app.ts';

/** How the signals of these incidents came within the last hour. */
export async function readSignalHistories(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  incidents: readonly Pick<Incident, 'id' | 'openedAt' | 'signalCount'>[],
): Promise<Map<IncidentId, SignalHistory>> {
  const bounds = sliceBounds(await clock.now());
  const ids = [...new Set(incidents.map(({ id }) => id))];
  const counts = await readSignalCounts(database.sql, ids, bounds);
  return new Map(
    incidents.map((incident) => [incident.id, signalHistory(bounds, counts.get(incident.id) ?? [], incident)]),
  );
}
