import type { IncidentId, SignalId } from '../../server/src/domain/ids.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { incidentTable, signalTable, timelineTable } from '../../server/src/persistence/tables.ts';
import { sampleIncident } from '../support/sampleIncident.ts';

interface Sent {
  readonly source: string;
  readonly service: string;
  readonly title: string;
}

/** A pool as Vigil's own has it. */
const connections = 10;
/** Signals take turns among so many incidents: with one alone they would wait for its row. */
const incidents = 200;

/** The usual way: a transaction a signal, through the query builder: the incident put in or counted up, the signal, its line in the timeline. */
export function oneTransactionPerSignal(databaseUrl: string): (signal: Sent) => Promise<void> {
  // The builder gets half of the connections.
  const database = openDatabase({ url: databaseUrl, maxConnections: 2 * connections });
  const ids = Array.from({ length: incidents }, () => randomId<IncidentId>());
  let stored = 0;
  return async ({ source, service, title }) => {
    stored += 1;
    const id = ids[stored % incidents] ?? randomId<IncidentId>();
    const at = new Date();
    const { number: _, ...incident } = sampleIncident(id, { service, title, groupKey: id });
    await database.orm.transaction(async (tx) => {
      await tx
        .insert(incidentTable)
        .values({ ...incident, labels: [] })
        .onConflictDoUpdate({
          target: incidentTable.id,
          set: { signalCount: stored, lastSignalAt: at, updatedAt: at },
        });
      await tx.insert(signalTable).values({
        id: randomId<SignalId>(),
        receivedAt: at,
        occurredAt: at,
        source,
        service,
        title,
        state: 'FIRING',
        dedupKey: title,
        metrics: [],
        labels: [],
        historical: false,
        outcome: 'JOINED',
        incidentId: id,
        decision: incident.decision,
      });
      await tx.insert(timelineTable).values({
        incidentId: id,
        kind: 'ALERT_JOINED',
        at,
        actor: 'vigil',
        ruleId: 'correlation.join',
        message: `Joined by ${title} (${source})`,
      });
    });
  };
}
