import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { checkout, suppressionRequests } from '../support/suppressionRequests.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const minute = 60_000;
let vigil: TestVigil;
let ask: ReturnType<typeof suppressionRequests>;

beforeEach(async () => {
  vigil = await startVigil();
  ask = suppressionRequests(vigil);
});

afterEach(() => vigil.close());

describe('a silence', () => {
  it('holds signals back, counts and shows them, until it ends', async () => {
    const { silence, userErrors } = await ask.createSilence({ from: await ask.inMinutes(10) });
    expect(userErrors).toEqual([]);
    expect(silence).toMatchObject({ state: 'PENDING', author: 'admin', matchers: [{ text: 'service="checkout"' }] });
    expect(await ask.ingest({ dedupKey: 'early' })).toMatchObject({
      outcome: 'OPENED',
      decision: { suppressedBy: [] },
    });
    await ask.ingest({ dedupKey: 'early', state: 'RESOLVED', reportedSeverity: null });
    const told = await ask.notifications();

    vigil.advance(10 * minute);
    const held = await ask.ingest();
    expect(held).toMatchObject({ outcome: 'SUPPRESSED', incident: null });
    expect(held.decision.suppressedBy).toMatchObject([{ kind: 'SILENCE', id: silence.id }]);
    expect(held.decision.suppressedBy[0]?.reason).toContain('Silenced by admin until');
    await ask.ingest();
    expect(await ask.ingest({ service: 'search', dedupKey: 'other' })).toMatchObject({ outcome: 'OPENED' });
    expect(await ask.notifications()).toBe(told + 1);
    expect(await ask.suppressedAlerts()).toEqual([
      { dedupKey: 'disk', severity: 'HIGH', signalCount: 2, suppressedBy: [{ kind: 'SILENCE' }] },
    ]);
    const lists = `{ on: silences(active: true) { totalCount nodes { id suppressedCount state } } off: silences(active: false) { totalCount } }`;
    expect(await ask.request(lists)).toEqual({
      on: { totalCount: 1, nodes: [{ id: silence.id, suppressedCount: 2, state: 'ACTIVE' }] },
      off: { totalCount: 0 },
    });

    vigil.advance(51 * minute);
    expect(await ask.ingest()).toMatchObject({ outcome: 'OPENED' });
    expect(await ask.suppressedAlerts()).toEqual([]);
    const range = { from: await ask.inMinutes(-120), to: await ask.inMinutes(1) };
    const { metrics } = await ask.request<{ metrics: { noise: unknown } }>(
      'query ($range: TimeRangeInput!) { metrics(range: $range) { noise { signals suppressed alerts incidents } } }',
      { range },
    );
    expect(metrics.noise).toEqual({ signals: 6, suppressed: 2, alerts: 3, incidents: 3 });
    const { sql } = vigil.app.database;
    const kept =
      await sql`select outcome, decision -> 'suppressedBy' -> 0 ->> 'id' as by from signal where outcome = 'SUPPRESSED'`;
    expect(kept).toMatchObject([
      { outcome: 'SUPPRESSED', by: silence.id },
      { outcome: 'SUPPRESSED', by: silence.id },
    ]);
  });

  it('lets a signal of an open incident join in silence, and never holds back its end', async () => {
    const opened = await ask.ingest();
    await ask.createSilence({});
    const told = await ask.notifications();
    const joined = await ask.ingest({ reportedSeverity: 'CRITICAL' });
    expect(joined).toMatchObject({ outcome: 'SUPPRESSED', incident: { id: opened.incident?.id, signalCount: 2 } });
    expect(await ask.notifications()).toBe(told);
    expect(await ask.suppressedAlerts()).toEqual([]);
    expect(await ask.ingest({ state: 'RESOLVED', reportedSeverity: null })).toMatchObject({
      outcome: 'RESOLVED',
      incident: { id: opened.incident?.id, status: 'RESOLVED' },
    });
  });

  it('forgets an alert that ends while it is held back', async () => {
    await ask.createSilence({});
    await ask.ingest();
    expect(await ask.suppressedAlerts()).toHaveLength(1);
    expect(await ask.ingest({ state: 'RESOLVED', reportedSeverity: null })).toMatchObject({
      outcome: 'LOGGED',
      incident: null,
    });
    expect(await ask.suppressedAlerts()).toEqual([]);
  });

  it('is ended before its time once, and holds nothing back from then on', async () => {
    const { silence } = await ask.createSilence({});
    const expire = (id: string) =>
      ask.request(
        'mutation ($id: ID!) { expireSilence(input: { id: $id }) { silence { state expiredBy } userErrors { code field } } }',
        { id },
      );
    expect(await ask.ingest()).toMatchObject({ outcome: 'SUPPRESSED' });
    const over = { state: 'EXPIRED', expiredBy: 'admin' };
    expect(await expire(silence.id)).toEqual({ expireSilence: { silence: over, userErrors: [] } });
    expect(await ask.ingest()).toMatchObject({ outcome: 'OPENED' });
    const again = { silence: over, userErrors: [{ code: 'UNCHANGED', field: ['input', 'id'] }] };
    expect(await expire(silence.id)).toEqual({ expireSilence: again });
    const nothing = { silence: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }] };
    expect(await expire('nonsense')).toEqual({ expireSilence: nothing });
  });

  it('counts at once on every server of the database, and each signal once', async () => {
    const database = await createTestDatabase();
    const servers = await Promise.all([startVigil({ database }), startVigil({ database })]);
    const [one, other] = servers.map(suppressionRequests);
    if (one === undefined || other === undefined) throw new Error('There are two');
    const { silence } = await one.createSilence();
    const signals = Array.from({ length: 60 }, (_, place) => ({ dedupKey: `disk ${place % 7}` }));
    const held = await Promise.all(signals.map((signal, place) => (place % 2 === 0 ? one : other).ingest(signal)));
    expect(new Set(held.map(({ outcome }) => outcome))).toEqual(new Set(['SUPPRESSED']));
    expect(await other.request('{ silences { nodes { id suppressedCount } } }')).toEqual({
      silences: { nodes: [{ id: silence.id, suppressedCount: 60 }] },
    });
    const { suppressedAlerts } = await other.request<{ suppressedAlerts: { nodes: { signalCount: number }[] } }>(
      '{ suppressedAlerts { nodes { signalCount } } }',
    );
    expect(suppressedAlerts.nodes).toHaveLength(7);
    expect(suppressedAlerts.nodes.reduce((sum, { signalCount }) => sum + signalCount, 0)).toBe(60);
    await Promise.all(servers.map((server) => server.close()));
    await database.drop();
  });

  it('holds back in a backtest what it held back', async () => {
    await ask.createSilence();
    await ask.ingest();
    await ask.ingest({ service: 'search', dedupKey: 'other' });
    const input = {
      document: 'profile: load-v2',
      range: { from: await ask.inMinutes(-5), to: await ask.inMinutes(5) },
    };
    const query = `query ($input: BacktestPolicyInput!) { backtestPolicy(input: $input) {
      draft { incidents suppressed } actual { incidents suppressed } } }`;
    const side = { incidents: 1, suppressed: 1 };
    expect(await ask.request(query, { input })).toEqual({ backtestPolicy: { draft: side, actual: side } });
  });

  it('is listed page by page', async () => {
    for (const comment of ['first', 'second', 'third']) await ask.createSilence({ comment });
    const query = `query ($after: String) { silences(first: 2, after: $after) {
      totalCount nodes { comment } pageInfo { hasNextPage endCursor } } }`;
    const page = (after: string | null) =>
      ask.request<{ silences: { pageInfo: { endCursor: string } } }>(query, { after });
    const first = await page(null);
    expect(first).toMatchObject({
      silences: {
        totalCount: 3,
        nodes: [{ comment: 'third' }, { comment: 'second' }],
        pageInfo: { hasNextPage: true },
      },
    });
    expect(await page(first.silences.pageInfo.endCursor)).toMatchObject({
      silences: { nodes: [{ comment: 'first' }], pageInfo: { hasNextPage: false } },
    });
    await expect(page('bm9uc2Vuc2U')).rejects.toThrow('after is not a cursor of this list');
  });

  it('is made and ended by responders, and seen by all who may read', async () => {
    const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(
      vigil,
      'mutation { createApiToken(input: { name: "Eve", role: VIEWER }) { secret } }',
    );
    const eve = { url: vigil.url, token: data?.createApiToken.secret ?? '' };
    const denied = await requestGraphQL(eve, 'mutation { expireSilence(input: { id: "x" }) { silence { id } } }');
    expect(denied.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const seen = await requestGraphQL(eve, '{ silences { totalCount } maintenanceWindows { totalCount } }');
    expect(seen.data).toEqual({ silences: { totalCount: 0 }, maintenanceWindows: { totalCount: 0 } });
  });

  it.each([
    ['until', { until: '2020-01-01T00:00:00Z' }, ['input', 'until']],
    ['until', { from: '2031-01-02T00:00:00Z', until: '2031-01-01T00:00:00Z' }, ['input', 'until']],
    ['until', { until: '2099-01-01T00:00:00Z' }, ['input', 'until']],
    ['comment', { comment: '  ' }, ['input', 'comment']],
    ['matchers', { matchers: [] }, ['input', 'matchers']],
    ['matchers', { matchers: [{ name: 'env', operator: 'NOT_EQUAL', value: 'prod' }] }, ['input', 'matchers']],
    [
      'an expression',
      { matchers: [...checkout, { name: 'a', operator: 'MATCHES', value: '(' }] },
      ['input', 'matchers', '1', 'value'],
    ],
    ['a name', { matchers: [{ name: ' ', value: 'x' }] }, ['input', 'matchers', '0', 'name']],
  ])('is refused for its %s: %o', async (_, input, field) => {
    const { silence, userErrors } = await ask.createSilence(input);
    expect(silence).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', field }]);
  });

  it('is listed by where it stands', async () => {
    const active = await ask.createSilence({});
    const pending = await ask.createSilence({ from: await ask.inMinutes(10) });
    const over = await ask.createSilence({ until: await ask.inMinutes(1) });
    vigil.advance(2 * minute);
    const idsIn = async (state: string) => {
      const { silences } = await ask.request<{ silences: { totalCount: number; nodes: { id: string }[] } }>(
        `{ silences(state: ${state}) { totalCount nodes { id } } }`,
      );
      expect(silences.totalCount).toBe(silences.nodes.length);
      return silences.nodes.map(({ id }) => id);
    };
    expect(await idsIn('ACTIVE')).toEqual([active.silence.id]);
    expect(await idsIn('PENDING')).toEqual([pending.silence.id]);
    expect(await idsIn('EXPIRED')).toEqual([over.silence.id]);
  });
});
