import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import type { App } from '../../server/src/application/app.ts';
import { runDue } from '../../server/src/application/clockwork.ts';
import { openIngest } from '../../server/src/application/ingestBatch.ts';
import { KnowledgeCache } from '../../server/src/application/knowledge.ts';
import { listIncidents } from '../../server/src/application/listIncidents.ts';
import { durationOf } from '../../server/src/application/metrics/figureGroup.ts';
import { listFigureIncidents } from '../../server/src/application/metrics/listFigureIncidents.ts';
import { openMetrics } from '../../server/src/application/metrics/metrics.ts';
import { RememberedDays } from '../../server/src/application/metrics/rememberedDays.ts';
import { openPolicies } from '../../server/src/application/policies.ts';
import { readAlerts } from '../../server/src/application/readAlerts.ts';
import { readEscalations } from '../../server/src/application/readEscalations.ts';
import { readNotifications } from '../../server/src/application/readNotifications.ts';
import { readSignalHistories } from '../../server/src/application/readSignalHistories.ts';
import { readSystemStatus } from '../../server/src/application/readSystemStatus.ts';
import { readTimeline } from '../../server/src/application/readTimeline.ts';
import { SignalIntake } from '../../server/src/application/signalIntake.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { IncidentId } from '../../server/src/domain/ids.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { presets } from '../../server/src/engines/policy.ts';
import { openChangeFeed } from '../../server/src/feed/changeFeed.ts';
import { openJobQueue } from '../../server/src/jobs/jobQueue.ts';
import { databaseClock } from '../../server/src/persistence/clock.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { makeSignalPartitions } from '../../server/src/persistence/partitions.ts';
import { randomId } from '../../server/src/persistence/randomId.ts';
import { withAdmin } from '../support/databaseServer.ts';
import { announcePlans, type Plan, planOf } from '../support/plans.ts';
import { newSignal } from '../support/signals.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

/** Everything that grows with the signals. What is small by its nature (the policy, the feed's head, silences) may be read whole. */
const large = [
  'signal',
  'incident',
  'alert',
  'timeline',
  'change',
  'idempotency',
  'baseline',
  'escalation',
  'tally',
  'metric_cell',
  'noisy_alert',
  'notification',
  'notification_attempt',
];
const ada: Viewer = { name: 'Ada', role: 'RESPONDER', tokenId: randomId() };
const closing: (() => Promise<void>)[] = [];
const plans: Plan[] = [];
let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await createTestDatabase();
  await fill(database.url);
  await announcePlans(database.url);
  const opened = openDatabase({
    url: database.url,
    onNotice: (notice) => {
      const plan = planOf(notice);
      if (plan !== null) plans.push(plan);
    },
  });
  closing.push(opened.close);
  app = await openApp(opened);
}, 120_000);

afterAll(async () => {
  for (const close of closing.toReversed()) await close();
  await database.drop();
});

async function openApp(opened: App['database']): Promise<App> {
  const log = pino({ level: 'silent' });
  const clock = databaseClock(opened.sql);
  const policies = await openPolicies(opened, clock, presets['load-v2']);
  const feed = await openChangeFeed({ database: opened, log });
  closing.push(feed.close);
  const jobs = await openJobQueue(opened, log);
  closing.push(jobs.close);
  const parts = {
    database: opened,
    clock,
    policies,
    knowledge: new KnowledgeCache(),
    feed,
    jobs,
    days: new RememberedDays(),
    log,
    newId: randomId,
    demo: false,
  };
  return { ...parts, intake: new SignalIntake({ storeBatch: openIngest(parts) }) };
}

/** As after some weeks: most incidents are over, and each table is many times as large as what one batch touches. */
async function fill(url: string): Promise<void> {
  await withAdmin(url, async (sql) => {
    await makeSignalPartitions(sql, new Date(), 1);
    await sql.unsafe(`
      insert into signal (id, received_at, occurred_at, source, service, title, state, dedup_key, metrics, labels, historical, outcome, decision)
      select gen_random_uuid(), now() - (200000 - i) * interval '1 ms', now(), 'source', 'service ' || i % 200, 'title', 'FIRING',
        'key ' || i % 20000, '[]', '[]', false, 'LOGGED', '{"severity":"LOW"}' from generate_series(1, 200000) as i;
      insert into incident (id, title, service, severity, status, stress, risk, signal_count, firing_alert_count, decision, opened_at,
        resolved_at, resolved_by_rule, reopen_count, last_signal_at, critical_at, next_escalation_at, review_at, snoozed_until, escalations_fired, updated_at, historical, policy_version, group_key, labels, memory)
      select gen_random_uuid(), 'title', 'service ' || i % 2000, (array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + i % 4]::severity,
        (case when i % 50 = 0 then 'OPEN' else 'RESOLVED' end)::incident_status, 0, 0, 3, case when i % 50 = 0 then 1 else 0 end, '{"stress":0}',
        now() - i * interval '1 minute', case when i % 50 <> 0 then now() - i * interval '30 seconds' end, case when i % 50 <> 0 then true end,
        0, now() - i * interval '30 seconds', case when i % 4 = 3 then now() - i * interval '1 minute' end,
        case when i % 100 = 0 then now() + i * interval '1 minute' end, case when i % 50 = 0 then now() + interval '1 day' end,
        case when i % 1000 = 0 then now() + interval '1 day' end,
        0, now(), false, 1, 'group ' || i, '[]',
        '{"belowSinceMs":null,"loadFast":0,"loadSlow":0,"loadAtMs":0,"ratePerSecondFast":0,"ratePerSecondSlow":0,"activeAtMs":0,"keyed":true,"heldBy":null,"stateChanges":0}'
      from generate_series(1, 40000) as i;
      insert into alert (id, incident_id, dedup_key, source, service, title, state, signal_count, first_seen_at, last_seen_at, labels, metrics)
      select gen_random_uuid(), id, 'key ' || number || ' ' || part, 'source', service, 'title',
        (case when status = 'OPEN' and part = 1 then 'FIRING' else 'RESOLVED' end)::signal_state, 1, now(), now(), '[]', '[]'
      from incident, generate_series(1, 3) as part;
      insert into timeline (incident_id, kind, at, actor, rule_id, message)
      select id, 'OPENED', now(), 'vigil', 'rule', 'message' from incident, generate_series(1, 3);
      insert into notification (id, incident_id, target, kind, severity, reason, status, created_at, message_key)
      select id::text, id, 'log', 'NOTIFICATION', 'HIGH', 'reason', 'DELIVERED', now(), id::text from incident;
      insert into notification_attempt (message_key, number, at, delivered, detail) select id::text, 1, now(), true, 'log' from incident;
      insert into change (position, incident_id, kind, at, incident) select number, id, 'OPENED', now(), '{}' from incident;
      update feed set head = (select max(position) from change);
      insert into idempotency (key_hash, signal_id, received_at)
      select decode(md5(i::text), 'hex'), gen_random_uuid(), now() from generate_series(1, 50000) as i;
      insert into baseline (key, state) select 'key ' || i, 'null' from generate_series(1, 5000) as i;
      insert into escalation (id, incident_id, signal_id, policy_version, episode, step, repeat, factor, reason, targets, at)
      select gen_random_uuid(), id, gen_random_uuid(), 1, 0, 1, 0, 'time', 'reason', '[]', now() from incident;
      insert into tally (minute, service, signals, alerts, incidents, notifications)
      select now() - i % 2000 * interval '1 minute', 'service ' || i / 2000, 1, 1, 1, 0 from generate_series(0, 59999) as i;
      insert into metric_cell
      select (enum_range(null::metric_cell_kind))[1 + i % 4], now() - i * interval '1 minute', 'service ' || i % 2000, 'HIGH', 'HIGH', false,
        1, 0, 1, 0, 0, 0, 0, 0, 0, '', '', '', '', '', 0 from generate_series(1, 40000) as i;
      insert into noisy_alert select date_trunc('day', now()) - i / 2000 * interval '1 day', 'key ' || i % 2000, false, 'service', 'title', 'source', 1, 1
      from generate_series(1, 40000) as i;
      analyze;`);
  });
}

/** Runs something and answers with the plans that read one of the large tables from its beginning to its end. */
async function wholeReads(run: () => Promise<unknown>): Promise<string[]> {
  plans.length = 0;
  await run();
  expect(plans.length).toBeGreaterThan(0);
  // A partition without rows is read as it is.
  const whole = new RegExp(
    `Seq Scan on (public\\.)?(${large.join('|')})(_\\d+|_default)?\\b(?!.*cost=0\\.00\\.\\.0\\.00)`,
  );
  return plans.filter(({ plan }) => whole.test(plan)).map(({ statement, plan }) => `${statement}\n${plan}`);
}

async function ingest(...signals: NewSignal[]): Promise<void> {
  for (const { outcome } of await app.intake.submit(signals)) expect(outcome).not.toBe('REJECTED');
}

it('a batch of signals reads no large table whole, neither the first nor those that follow', async () => {
  const batch = (round: number) =>
    Array.from({ length: 100 }, (_, place) =>
      newSignal({
        service: `service ${place}`,
        dedupKey: `key ${50 * (1 + place)} 1`,
        idempotencyKey: `${round} ${place % 90}`,
        state: place % 9 === 8 ? 'RESOLVED' : 'FIRING',
        reportedSeverity: place % 10 === 0 ? 'CRITICAL' : 'HIGH',
        metrics: [{ name: 'errors_percent', value: place, unit: null, warning: 50, critical: 90 }],
      }),
    );
  expect(await wholeReads(() => ingest(...batch(1)))).toEqual([]);
  expect(await wholeReads(() => ingest(...batch(2)))).toEqual([]);
  // All of it seen before.
  expect(await wholeReads(() => ingest(...batch(2)))).toEqual([]);
});

it('few signals that change little are stored by one statement, which reads no large table whole', async () => {
  const few = () =>
    [1, 2, 3].map((place) =>
      newSignal({
        service: `service ${place}`,
        dedupKey: `key ${50 * place} 1`,
        idempotencyKey: randomUUID(),
        metrics: [],
      }),
    );
  await ingest(...few());
  // In the course of these, whoever stores them gets a plan for whatever the parameters are.
  for (let round = 0; round < 80; round += 1) expect(await wholeReads(() => ingest(...few()))).toEqual([]);
  const written = plans.map(({ statement }) => statement).filter((statement) => statement.includes('insert into'));
  expect(written).toEqual([expect.stringMatching(/^with step_0 .* insert into signal /s)]);
}, 60_000);

it('what time makes due is found without reading all incidents', async () => {
  expect(await wholeReads(() => runDue(app))).toEqual([]);
});

it('who follows the feed reads what is behind the cursor and nothing else', async () => {
  const head = await app.feed.head();
  const [epoch = '', position = ''] = head.split('-');
  const before = `${epoch}-${(Number.parseInt(position, 36) - 500).toString(36)}`;
  const read = async () => {
    const stop = new AbortController();
    for await (const changes of app.feed.follow(before, stop.signal)) if (changes.length > 0) return;
  };
  expect(await wholeReads(read)).toEqual([]);
});

it('the board’s snapshot and an incident’s page are read by index', async () => {
  const opened = await listIncidents(app, {
    filter: { status: ['OPEN', 'ACKNOWLEDGED'] },
    orderBy: 'URGENCY',
    first: 250,
  });
  const id = opened.edges[0]?.node.id as IncidentId;
  const dayAgo = new Date(Date.now() - 86_400_000);
  const board = async () => {
    await readSystemStatus(app);
    await listIncidents(app, { filter: { status: ['OPEN', 'ACKNOWLEDGED'] }, orderBy: 'URGENCY', first: 250 });
    await listIncidents(app, {
      filter: { status: ['RESOLVED'], openedAfter: dayAgo },
      orderBy: 'OPENED_AT_DESC',
      first: 250,
    });
    await listIncidents(app, { orderBy: 'OPENED_AT_DESC', first: 50 });
  };
  const histories = async () => {
    const page = await listIncidents(app, { filter: { status: ['OPEN'] }, orderBy: 'URGENCY', first: 100 });
    await readSignalHistories(
      app,
      page.edges.map(({ node }) => node),
    );
  };
  const page = async () => {
    await readAlerts(app, id, {});
    await readTimeline(app, id, {});
    await readEscalations(app, [id]);
    await readNotifications(app, [id]);
    await acknowledgeIncident(app, ada, { id });
  };
  await acknowledgeIncident(app, ada, { id: opened.edges[1]?.node.id ?? '' });
  expect(await wholeReads(page)).toEqual([]);
  expect(await wholeReads(histories)).toEqual([]);
  expect(await wholeReads(board)).toEqual([]);
});

it('figures, the incidents behind them and what is open are read by index', async () => {
  const to = new Date();
  const range = { from: new Date(to.getTime() - 6 * 3_600_000), to, timeZone: 'Asia/Kolkata' };
  const figures = async () => {
    const metrics = openMetrics(app, { range, bucket: 'HOUR' });
    await Promise.all([metrics.whole(), metrics.series(null), metrics.bySource(5), metrics.byResponder(5)]);
    await Promise.all([metrics.openNow(), metrics.serviceLevel(), metrics.noise()]);
    const { selection } = durationOf(await metrics.whole(), 'resolve');
    const part = { kind: 'duration', duration: 'resolve', status: 'RECORDED' } as const;
    await listFigureIncidents(app, selection, part, { first: 20 });
  };
  expect(await wholeReads(figures)).toEqual([]);
});
