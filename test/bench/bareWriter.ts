import type { Alert } from '../../server/src/domain/alert.ts';
import type { Decision } from '../../server/src/domain/decision.ts';
import type { AlertId, IncidentId, SignalId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { appendChanges } from '../../server/src/feed/appendChanges.ts';
import { upsertAlerts } from '../../server/src/persistence/alerts.ts';
import { putBaselines } from '../../server/src/persistence/baselines.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { insertIncidents, takeNumbers, updateIncidents } from '../../server/src/persistence/incidents.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { type DecidedSignal, insertSignals } from '../../server/src/persistence/signals.ts';
import { send } from '../../server/src/persistence/statement.ts';
import { addTallies, minuteOf } from '../../server/src/persistence/tally.ts';
import { sampleIncident } from '../support/sampleIncident.ts';
import { alerts, perRequest, services } from './bulkSignals.ts';

/** Writes the same rows as bulk ingest, by the same set-based statements, and decides nothing: the limit of what ingest can reach. */
export interface BareWriter {
  /** Writes so many batches, one after the other, each durable. */
  write(batches: number): Promise<void>;
  close(): Promise<void>;
}

/** What the decision about one of those signals looks like when it is stored. */
const decision: Decision = {
  score: 0.29500445193088654,
  severity: 'MEDIUM',
  reason: 'no reading is unusual and reported MEDIUM',
  factors: [
    {
      name: 'blast_radius',
      value: 9,
      threshold: 10,
      weight: 0.22,
      contribution: 0.2112555649136081,
      note: '9 others affected',
    },
    { name: 'reported', value: 0.35, threshold: null, weight: 0.45, contribution: 0.1575, note: 'reported MEDIUM' },
    {
      name: 'latency_ms',
      value: 103,
      threshold: 500,
      weight: 0.495,
      contribution: 0,
      note: 'latency_ms 103 is within its threshold 500',
    },
    {
      name: 'criticality',
      value: 0.5,
      threshold: null,
      weight: 0.8,
      contribution: -0.0737511129827216,
      note: 'service-0 has criticality 0.5',
    },
  ],
  stress: 38.41010271156511,
  recommendedAction: 'Log and monitor closely',
  policyVersion: 1,
};

export async function openBareWriter(databaseUrl: string, client: number): Promise<BareWriter> {
  const database = openDatabase({ url: databaseUrl, maxConnections: 1 });
  const { sql } = database;
  const numbers = await takeNumbers(sql, services);
  const incidents = numbers.map((number, place) => {
    const id = randomId<IncidentId>();
    return sampleIncident(id, { number, service: `service-${place} ${client}`, groupKey: id, decision });
  });
  await sql.begin((tx) => send(tx, insertIncidents(incidents)));
  return {
    write: async (batches) => {
      for (let batch = 0; batch < batches; batch += 1) {
        const now = new Date();
        await sql.begin(async (tx) => {
          await send(tx, [
            ...updateIncidents(incidents.map((incident) => ({ before: incident, incident }))),
            ...upsertAlerts(alertRows(incidents, now)),
            ...insertSignals(now, signalRows(incidents, now)),
            ...putBaselines(baselineRows(client, now)),
            ...addTallies(tallyRows(incidents, now)),
          ]);
          await appendChanges(
            tx,
            incidents.map((incident) => ({
              kind: 'UPDATED',
              at: now,
              previous: { status: incident.status, severity: incident.severity },
              incident,
            })),
          );
        });
      }
    },
    close: () => database.close(),
  };
}

function alertRows(incidents: readonly Incident[], now: Date): Alert[] {
  return Array.from({ length: alerts }, (_, place): Alert => {
    const incident = incidents[place % services];
    if (incident === undefined) throw new Error('There is no such incident');
    return {
      id: randomId<AlertId>(),
      incidentId: incident.id,
      dedupKey: `alert-${place}`,
      source: 'bench',
      service: incident.service,
      title: `Alert ${place}`,
      url: null,
      state: 'FIRING',
      signalCount: 100,
      firstSeenAt: now,
      lastSeenAt: now,
      labels: [{ name: 'region', value: 'eu' }],
      metrics: [{ name: 'latency_ms', value: 103, unit: null, warning: 500, critical: 900 }],
      stateHistory: 1,
      stateCheckedAt: now,
      flapping: false,
    };
  });
}

function signalRows(incidents: readonly Incident[], now: Date): DecidedSignal[] {
  return Array.from({ length: perRequest }, (_, place): DecidedSignal => {
    const incident = incidents[place % services];
    return {
      signal: {
        id: randomId<SignalId>(),
        source: 'bench',
        service: incident?.service ?? '',
        title: `Alert ${place % alerts}`,
        description: null,
        url: null,
        state: 'FIRING',
        dedupKey: `alert-${place % alerts}`,
        groupKey: null,
        reportedSeverity: 'MEDIUM',
        confidence: null,
        metrics: [{ name: 'latency_ms', value: 103, unit: null, warning: 500, critical: 900 }],
        labels: [{ name: 'region', value: 'eu' }],
        occurredAt: now,
        receivedAt: now,
        historical: false,
      },
      outcome: 'JOINED',
      incidentId: incident?.id ?? null,
      decision,
    };
  });
}

function baselineRows(client: number, now: Date) {
  const metric = {
    name: 'latency_ms',
    weight: 99.84365284642935,
    mean: 121.50128582318996,
    squares: 20093.53853907055,
    readings: 10,
    atMs: now.getTime(),
  };
  return new Map(
    Array.from({ length: services }, (_, place) => [
      `bare ${client} service-${place}`,
      { kind: 'decayed' as const, metrics: [metric] },
    ]),
  );
}

function tallyRows(incidents: readonly Incident[], now: Date) {
  const counts = { signals: perRequest / services, alerts: 0, incidents: 0, notifications: 0, suppressed: 0 };
  return incidents.map(({ service }) => ({ minute: minuteOf(now), service, ...counts }));
}
