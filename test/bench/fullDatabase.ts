import { openDatabase } from '../../server/src/persistence/database.ts';
import { sendBulk } from './bulkSignals.ts';
import { type Ground, openGround } from './ground.ts';

const stored = 5_000_000;
const perStatement = 250_000;
const turns = 6;
const requestsPerTurn = 40;
const warmUpRequests = 40;
const connections = 16;

/** The top rate of bulk ingest with five million signals stored, against that of another database with few: in turn, since the machine's own speed changes. */
export const fullDatabase = {
  goals: { fullDatabase: { atLeast: 0.9 } },
  rounds: 1,
  measure: async (few: Ground) => {
    const full = await openGround();
    try {
      await fill(full.databaseUrl);
      for (const ground of [few, full]) await sendBulk(ground, warmUpRequests, connections);
      const fewRates: number[] = [];
      const fullRates: number[] = [];
      for (let turn = 0; turn < turns; turn += 1) {
        fewRates.push(await sendBulk(few, requestsPerTurn, connections));
        fullRates.push(await sendBulk(full, requestsPerTurn, connections));
      }
      const [fewRate, fullRate] = [overall(fewRates), overall(fullRates)];
      return {
        values: { fullDatabase: fullRate / fewRate },
        detail: `${Math.round(fullRate)} signals/s with ${stored} stored, ${Math.round(fewRate)} with few`,
      };
    } finally {
      await full.close();
    }
  },
};

/** The rate over all turns, which were of as many signals each. */
function overall(rates: readonly number[]): number {
  return rates.length / rates.reduce((seconds, rate) => seconds + 1 / rate, 0);
}

/** Signals as they are stored, of as many alerts in resolved incidents as such a number would have. */
async function fill(databaseUrl: string): Promise<void> {
  const database = openDatabase({ url: databaseUrl, maxConnections: 1 });
  try {
    for (let from = 0; from < stored; from += perStatement) {
      await database.sql.unsafe(`
        insert into signal (id, received_at, occurred_at, source, service, title, state, dedup_key, metrics, labels, historical, outcome, decision)
        select gen_random_uuid(), now(), now(), 'source', 'service ' || i % 500, 'Alert ' || i % 20000, 'FIRING', 'key ' || i % 20000,
          '[{"name":"latency_ms","value":103,"unit":null,"warning":500,"critical":900}]', '[{"name":"region","value":"eu"}]', false, 'LOGGED',
          '{"score":0.3,"severity":"MEDIUM","reason":"no reading is unusual and reported MEDIUM","factors":[{"name":"reported","value":0.35,"threshold":null,"weight":0.45,"contribution":0.1575,"note":"reported MEDIUM"}],"stress":38.4,"recommendedAction":"Log and monitor closely","policyVersion":1}'
        from generate_series(${from + 1}, ${from + perStatement}) as i`);
    }
    await database.sql.unsafe(`
      insert into incident (id, title, service, severity, status, stress, risk, signal_count, firing_alert_count, decision, opened_at,
        resolved_at, resolved_by_rule, reopen_count, last_signal_at, escalations_fired, updated_at, historical, policy_version, group_key, labels, memory)
      select gen_random_uuid(), 'title', 'service ' || i % 500, 'MEDIUM', 'RESOLVED', 0, 0, 50, 0, '{"stress":0}', now() - i * interval '1 minute',
        now() - i * interval '30 seconds', true, 0, now(), 0, now(), false, 1, 'group ' || i, '[]', '{}' from generate_series(1, 100000) as i;
      insert into alert (id, incident_id, dedup_key, source, service, title, state, signal_count, first_seen_at, last_seen_at, labels, metrics)
      select gen_random_uuid(), id, 'key ' || number, 'source', service, title, 'RESOLVED', 50, now(), now(), '[]', '[]' from incident where group_key like 'group %'`);
    // In use the vacuum comes with the rows; after five million at once it would take its time of what is measured.
    await database.sql.unsafe('vacuum analyze');
    await database.sql.unsafe('checkpoint');
  } finally {
    await database.close();
  }
}
