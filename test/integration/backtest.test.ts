import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { acknowledgeIncident } from '../../server/src/application/acknowledgeIncident.ts';
import { backtestPolicy, followBacktest } from '../../server/src/application/backtestPolicy.ts';
import type { BacktestProgress, BacktestReport } from '../../server/src/application/backtestReport.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { finishDue } from '../support/finishDue.ts';
import { openGraphQLSocket, subscribe } from '../support/graphqlSocket.ts';
import { requestGraphQL } from '../support/request.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const minute = 60_000;
const ada = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' } as const;
let vigil: TestVigil;
let range: { from: Date; to: Date };
/** Incidents by service. */
const incidents = new Map<string, string>();

/** A day of three services: one acknowledged, one that escalates, one whose alerts end; then three that fail at once; calm readings. */
beforeAll(async () => {
  vigil = await startVigil({ policy: grouped('load-v2') });
  const from = await vigil.app.clock.now();
  await ingest(
    signalOf('checkout', 'HIGH'),
    signalOf('search', 'HIGH'),
    signalOf('mail', 'MEDIUM', { dedupKey: 'mail' }),
  );
  await ingest(signalOf('checkout', 'HIGH', { title: 'Checkout fails' }), signalOf('checkout', 'CRITICAL'));
  vigil.advance(3 * minute);
  await acknowledgeIncident(vigil.app, ada, { id: incidents.get('checkout') ?? '' });
  await pass(10);
  await ingest(signalOf('mail', 'MEDIUM', { dedupKey: 'mail', state: 'RESOLVED' }));
  await ingest(signalOf('mail', 'HIGH', { dedupKey: 'mail' }));
  await pass(10);
  await ingest(signalOf('a', 'CRITICAL'), signalOf('b', 'CRITICAL'), signalOf('c', 'CRITICAL'), signalOf('d', 'LOW'));
  await pass(2);
  await resolveIncident(vigil.app, ada, { id: incidents.get('a') ?? '' });
  await pass(60);
  await ingest(
    signalOf('search', 'HIGH'),
    signalOf('old', 'CRITICAL', { historical: true, occurredAt: new Date('2026-01-05T10:00:00Z') }),
  );
  await ingest(
    signalOf('old', 'CRITICAL', { historical: true, occurredAt: new Date('2026-01-05T10:09:00Z'), title: 'Still bad' }),
  );
  await pass(1);
  await notified();
  range = { from: new Date(from.getTime() - minute), to: new Date((await vigil.app.clock.now()).getTime() + minute) };
});
afterAll(() => vigil.close());

function signalOf(
  service: string,
  reportedSeverity: NewSignal['reportedSeverity'],
  changes: Partial<NewSignal> = {},
): NewSignal {
  return newSignal({ service, title: `${service} is slow`, reportedSeverity, ...changes });
}

async function ingest(...signals: NewSignal[]): Promise<void> {
  const results = await ingestSignals(
    vigil.app,
    signals.map((signal) => ({ ok: true, signal })),
  );
  for (const result of results) {
    if (result.outcome === 'REJECTED') throw new Error('a signal was not stored');
    if (result.incident !== null) incidents.set(result.signal.service, result.incident.id);
  }
}

/** Time passes a minute at a time, as the clockwork sees it. */
async function pass(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    vigil.advance(minute);
    await finishDue(vigil.app);
  }
}

/** By service: what makes one incident stays in sight. */
function grouped(name: string, more = ''): string {
  return `name: ${name}\ngrouping: { by: service${more} }`;
}

/** Until every notification was delivered. */
async function notified(): Promise<void> {
  const { sql } = vigil.app.database;
  await vi.waitFor(
    async () => {
      const open =
        await sql`select 1 from pgboss.job where name = 'notify' and state in ('created', 'retry', 'active')`;
      if (open.length > 0) throw new Error(`${open.length} notifications are under way`);
    },
    { timeout: 15_000, interval: 50 },
  );
}

async function backtest(
  document: string,
): Promise<Required<BacktestReport> & { draft: object; actual: object; difference: object }> {
  const report = await backtestPolicy(vigil.app, { document, range });
  const { draft, actual, difference } = report;
  if (draft === null || actual === null || difference === null) throw new Error(JSON.stringify(report.userErrors));
  return { ...report, draft, actual, difference };
}

async function fingerprint(): Promise<string> {
  const { sql } = vigil.app.database;
  const [row] = await sql<{ print: string }[]>`
    select md5(concat((select string_agg(t::text, ',' order by id) from incident t), (select string_agg(t::text, ',' order by id) from alert t),
      (select string_agg(t::text, ',' order by id) from timeline t), (select string_agg(t::text, ',' order by id) from escalation t),
      (select string_agg(t::text, ',' order by key) from baseline t), (select string_agg(t::text, ',' order by minute, service) from tally t),
      (select string_agg(t::text, ',' order by id) from signal t), (select count(*) from change), (select count(*) from pgboss.job))) as print`;
  return row?.print ?? '';
}

const none = {
  signals: 0,
  severityShifts: [],
  incidents: 0,
  incidentsAdded: 0,
  incidentsMerged: 0,
  incidentsRemoved: 0,
  escalationsAdded: 0,
  escalationsRemoved: 0,
  notificationsAdded: 0,
  notificationsRemoved: 0,
};

describe('a backtest', () => {
  it('of the policy that decided finds no difference: incidents, escalations in time, people, notifications', async () => {
    const { draft, actual, difference } = await backtest(grouped('load-v2'));
    expect(difference).toMatchObject(none);
    expect(draft).toEqual(actual);
    const { sql } = vigil.app.database;
    const [stored] = await sql<{ incidents: number; escalations: number; notifications: number }[]>`
      select (select count(*) from incident)::int as incidents, (select count(*) from escalation)::int as escalations,
        (select count(*) from timeline where kind = 'NOTIFIED')::int as notifications`;
    expect(actual).toMatchObject(stored ?? {});
    expect(stored?.escalations).toBeGreaterThan(3);
    expect(stored?.notifications).toBeGreaterThan(5);
  });

  it('writes nothing and sends nothing', async () => {
    const before = await fingerprint();
    await backtest('profile: seed-v1');
    await backtest(`${grouped('loud')}\nnotify: { severities: [LOW, MEDIUM, HIGH, CRITICAL] }`);
    expect(await fingerprint()).toBe(before);
  });

  it('tells which severities would be others, of signals and of incidents, with their ids', async () => {
    const { difference, actual, draft } = await backtest(
      `${grouped('calm')}\nseverity: { floors: [], cuts: { MEDIUM: 0.3, HIGH: 0.9, CRITICAL: 0.95 }, logBelow: 0 }`,
    );
    expect(actual.severity.find(({ severity }) => severity === 'CRITICAL')?.count).toBeGreaterThan(4);
    expect(draft.severity.find(({ severity }) => severity === 'CRITICAL')?.count).toBe(0);
    const shifted = difference.severityShifts.reduce((sum, { count }) => sum + count, 0);
    expect(difference.signals).toBe(shifted);
    expect(difference.signalExamples).toHaveLength(shifted);
    expect(difference.incidentExamples).toContainEqual(
      expect.objectContaining({ id: incidents.get('b'), service: 'b', before: 'CRITICAL' }),
    );
    expect(difference.notificationsRemoved).toBe(actual.notifications);
    expect(difference.escalationsRemoved).toBe(actual.escalations);
    expect(draft).toMatchObject({ escalations: 0, notifications: 0 });
  });

  it('tells which incidents would be one', async () => {
    const { difference, draft, actual } = await backtest(grouped('wide', ', windowMinutes: 600, quietMinutes: 600'));
    // The second incident of the service that was quiet for an hour is the first one then.
    expect(difference).toMatchObject({ incidentsMerged: 1, incidentsAdded: 0, incidentsRemoved: 0 });
    expect(difference.mergedExamples[0]?.id).toBe(incidents.get('search'));
    expect(draft.incidents).toBe(actual.incidents - 1);
  });

  it('counts escalations that time would fire, as people would have stopped them', async () => {
    const { difference } = await backtest(
      `${grouped('hasty')}\nescalation: { steps: [{ afterMinutes: 2, targets: [log], repeat: null }, { afterMinutes: 4, targets: [log], repeat: null }] }`,
    );
    const slow = await backtest(`${grouped('slow')}\nescalation: { steps: [], systemic: { critical: 50 } }`);
    expect(difference.escalationsAdded).toBeGreaterThan(0);
    expect(slow.draft.escalations).toBe(0);
    expect(slow.difference.escalationsRemoved).toBe(slow.actual.escalations);
    const never = await backtest(`${grouped('systemic')}\nescalation: { systemic: { critical: 2 } }`);
    expect(never.difference).toMatchObject({ escalationsAdded: 1, escalationsRemoved: 1 });
  });

  it('lets acknowledgements lapse, and escalates anew', async () => {
    const { draft, actual, difference } = await backtest(
      `${grouped('forgetful')}\nlifecycle: { acknowledgeTimeoutMinutes: 4 }`,
    );
    expect(draft.escalations).toBeGreaterThan(actual.escalations);
    expect(difference).toMatchObject({ signals: 0, incidentsAdded: 0, escalationsRemoved: 0 });
  });

  it('under seed-v1 makes every signal that fires an incident', async () => {
    const { draft, signals, difference } = await backtest('profile: seed-v1');
    expect(draft.incidents).toBe(signals - 1);
    expect(draft.noiseRatio).toBeCloseTo(1 / signals);
    expect(difference.incidentsAdded).toBeGreaterThan(0);
  });

  it('refuses a draft that does not validate, with the path, and ranges that make no sense', async () => {
    const report = await backtestPolicy(vigil.app, { document: 'grouping: { windowMinutes: soon }', range });
    expect(report).toMatchObject({ draft: null, actual: null, difference: null, signals: 0 });
    expect(report.userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'document', 'grouping', 'windowMinutes'] },
    ]);
    const backwards = { from: range.to, to: range.from };
    await expect(backtestPolicy(vigil.app, { document: 'name: x', range: backwards })).rejects.toThrow('must be after');
    const long = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-03-01T00:00:00Z') };
    await expect(backtestPolicy(vigil.app, { document: 'name: x', range: long })).rejects.toThrow('31 days');
  });

  it('of a range without signals answers without ratios', async () => {
    const empty = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2025-01-31T00:00:00Z') };
    const { signals, draft, difference } = await backtestPolicy(vigil.app, { document: 'name: x', range: empty });
    expect(signals).toBe(0);
    expect(draft).toMatchObject({ incidents: 0, signalsPerIncident: null, noiseRatio: null });
    expect(difference).toMatchObject(none);
  });
});

describe('the progress of a backtest', () => {
  const document = `subscription ($input: BacktestPolicyInput!) { backtestProgress(input: $input) {
    done total ratePerSecond report { signals draft { incidents } difference { signals } userErrors { message } } } }`;

  it('is pushed, and ends with the report', async () => {
    const client = openGraphQLSocket(vigil);
    const seen: BacktestProgress[] = [];
    const input = { document: 'name: x', range };
    for await (const { data, errors } of subscribe<{ backtestProgress: BacktestProgress }>(client, document, {
      input,
    })) {
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      if (data) seen.push(data.backtestProgress);
    }
    const last = seen.at(-1);
    expect(last?.report?.signals).toBe(last?.done);
    expect(last?.done).toBe(last?.total);
    await client.dispose();
  });

  it('ends when nobody listens any more, and gives its place back', async () => {
    const input = { document: 'name: x', range };
    for (let round = 0; round < 4; round += 1) {
      const stop = new AbortController();
      stop.abort();
      const seen: BacktestProgress[] = [];
      for await (const progress of followBacktest(vigil.app, input, stop.signal)) seen.push(progress);
      expect(seen.filter(({ report }) => report !== null)).toEqual([]);
    }
    expect((await backtestPolicy(vigil.app, input)).signals).toBeGreaterThan(0);
  });

  it('is refused while as many run as may', async () => {
    const input = { document: 'name: x', range };
    const runs = await Promise.allSettled(Array.from({ length: 3 }, () => backtestPolicy(vigil.app, input)));
    expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    const query = 'query ($input: BacktestPolicyInput!) { backtestPolicy(input: $input) { signals } }';
    const ask = async () => (await requestGraphQL(vigil, query, { input })).errors?.[0]?.extensions?.code;
    // Each keeps its place until it is asked on, however soon it would be done.
    const running = Array.from({ length: 2 }, () => followBacktest(vigil.app, input, new AbortController().signal));
    await Promise.all(running.map((run) => run.next()));
    expect(await ask()).toBe('RATE_LIMITED');
    for (const run of running) await run.return();
    expect(await ask()).toBeUndefined();
  });
});
