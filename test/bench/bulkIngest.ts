import type { SignalId } from '../../server/src/domain/ids.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { type DecidedSignal, insertSignals } from '../../server/src/persistence/signals.ts';
import type { Ground } from './ground.ts';

const perRequest = 500;
const requestsPerClient = 20;
const clients = 2;

const mutation = `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }`;

/** Bulk ingest with all engines on, against the same signal rows inserted by set-based statements and nothing else. */
export const bulkIngest = {
  goals: { bulkIngest: { atLeast: 0.75 } },
  measure: async (ground: Ground) => {
    const bare = await signalsPerSecond((client) => insertBare(ground, client));
    const full = await signalsPerSecond(() => ingest(ground));
    return {
      values: { bulkIngest: full / bare },
      detail: `${Math.round(full)} signals/s, bare inserts ${Math.round(bare)} rows/s`,
    };
  },
};

async function signalsPerSecond(run: (client: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return (clients * requestsPerClient * perRequest) / ((performance.now() - start) / 1000);
}

async function ingest({ url, token }: Ground): Promise<void> {
  for (let request = 0; request < requestsPerClient; request += 1) {
    const inputs = Array.from({ length: perRequest }, (_, place) => ({
      source: 'bench',
      service: `service-${place % 20}`,
      title: `Alert ${place % 200}`,
      dedupKey: `alert-${place % 200}`,
      reportedSeverity: 'MEDIUM',
      metrics: [{ name: 'latency_ms', value: 100 + (place % 50), warning: 500, critical: 900 }],
      labels: [{ name: 'region', value: 'eu' }],
    }));
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: mutation, variables: { inputs } }),
    });
    const answer = await response.json();
    if (answer?.data?.ingestSignals?.accepted !== perRequest) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  }
}

async function insertBare({ bareDatabaseUrl }: Ground, client: number): Promise<void> {
  const database = openDatabase({ url: bareDatabaseUrl, maxConnections: 1 });
  try {
    for (let request = 0; request < requestsPerClient; request += 1) {
      const rows = Array.from({ length: perRequest }, (_, place) => bareRow(client, place));
      await database.sql.begin((tx) => insertSignals(tx, new Date(), rows));
    }
  } finally {
    await database.close();
  }
}

function bareRow(client: number, place: number): DecidedSignal {
  const now = new Date();
  return {
    signal: {
      id: randomId<SignalId>(),
      source: 'bench',
      service: `service-${place % 20}`,
      title: `Alert ${place % 200} of ${client}`,
      description: null,
      url: null,
      state: 'FIRING',
      dedupKey: `alert-${place % 200}`,
      groupKey: null,
      reportedSeverity: 'MEDIUM',
      confidence: null,
      metrics: [{ name: 'latency_ms', value: 100 + (place % 50), unit: null, warning: 500, critical: 900 }],
      labels: [{ name: 'region', value: 'eu' }],
      occurredAt: now,
      receivedAt: now,
      historical: false,
    },
    outcome: 'JOINED',
    incidentId: null,
    decision: {
      score: 0.35,
      severity: 'MEDIUM',
      reason: 'reported MEDIUM',
      factors: [
        { name: 'reported', value: 0.35, threshold: null, weight: 1, contribution: 0.35, note: 'reported MEDIUM' },
      ],
      stress: 0,
      recommendedAction: 'Log and monitor closely',
      policyVersion: 1,
    },
  };
}
