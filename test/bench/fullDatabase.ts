import { openDatabase } from '../../server/src/persistence/database.ts';
import { sendBulk } from './bulkSignals.ts';
import { openGround } from './ground.ts';

const stored = 5_000_000;
const perStatement = 250_000;
const requests = 120;
const warmUpRequests = 40;
const connections = 16;

/** The top rate of bulk ingest with five million signals stored, against that of an empty database. */
export const fullDatabase = {
  goals: { fullDatabase: { atLeast: 0.9 } },
  rounds: 1,
  measure: async () => {
    const ground = await openGround();
    try {
      await sendBulk(ground, warmUpRequests, connections);
      const empty = await sendBulk(ground, requests, connections);
      await fill(ground.databaseUrl);
      await sendBulk(ground, warmUpRequests, connections);
      const full = await sendBulk(ground, requests, connections);
      return {
        values: { fullDatabase: full / empty },
        detail: `${Math.round(full)} signals/s with ${stored} stored, ${Math.round(empty)} with few`,
      };
    } finally {
      await ground.close();
    }
  },
};

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
      select gen_random_uuid(), id, 'key ' || number, 'source', service, title, 'RESOLVED', 50, now(), now(), '[]', '[]' from incident where group_key like 'group %';
      analyze;
      checkpoint`);
  } finally {
    await database.close();
  }
}
