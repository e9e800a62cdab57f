import { createVigilClient, type VigilClient } from '@vigil/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRollups } from '../../server/src/application/metricRollups.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
let client: VigilClient;

beforeAll(async () => {
  vigil = await startVigil();
  client = createVigilClient(vigil);
});
afterAll(async () => {
  client?.close();
  await vigil?.close();
});

interface Answer {
  readonly imported: number;
  readonly known: number;
  readonly rejected: number;
  readonly errors: readonly { line: number; field: readonly string[] | null; message: string }[];
}

const range = { from: '2025-03-01T00:00:00Z', to: '2025-04-01T00:00:00Z', timeZone: 'UTC' };
const whole = {
  id: 'PD-1',
  title: 'Checkout is slow',
  service: 'checkout',
  source: 'pagerduty',
  severity: 'HIGH',
  openedAt: '2025-03-04T10:00:00Z',
  acknowledgedAt: '2025-03-04T10:05:00Z',
  acknowledgedBy: 'Ada',
  resolvedAt: '2025-03-04T11:00:00+00:00',
  resolvedBy: 'Grace',
  labels: [{ name: 'team', value: 'web' }],
};

function post(body: string, contentType = 'application/x-ndjson', token = vigil.token): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': contentType };
  return fetch(`${vigil.url}/api/incidents/import`, { method: 'POST', headers, body });
}

async function importLines(...records: readonly unknown[]): Promise<Answer> {
  const response = await post(records.map((record) => JSON.stringify(record)).join('\n'));
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function importCsv(...lines: readonly string[]): Promise<Answer> {
  const response = await post(lines.join('\r\n'), 'text/csv; charset=utf-8');
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

describe('an import of past incidents', () => {
  it('counts in the metrics by its own times, also where they were asked for before', async () => {
    expect((await client.metrics({ range })).opened).toBe(0);
    const byItself = { ...whole, id: 'PD-2', acknowledgedAt: null, acknowledgedBy: null, resolvedBy: null };
    expect(await importLines(whole, byItself)).toEqual({ imported: 2, known: 0, rejected: 0, errors: [] });
    const metrics = await client.metrics({ range });
    expect(metrics).toMatchObject({ opened: 2, acknowledged: 1, resolved: 2 });
    expect(metrics.mtta).toMatchObject({ n: 1, meanSeconds: 300, excluded: 1 });
    expect(metrics.mttr).toMatchObject({ n: 2, meanSeconds: 3_600 });
    expect((await checkRollups(vigil.app.database.sql)).differences).toEqual([]);
  });

  it('is an incident like others, with its timeline, and tells nobody', async () => {
    const { nodes } = await client.incidents({ filter: { service: ['checkout'] }, orderBy: 'OPENED_AT_ASC' });
    const [first] = nodes;
    expect(nodes).toHaveLength(2);
    expect(first).toMatchObject({ status: 'RESOLVED', severity: 'HIGH', resolvedBy: 'Grace', acknowledgedBy: 'Ada' });
    const { sql } = vigil.app.database;
    const events = await sql`
      select kind, actor, at, rule_id from timeline where incident_id = ${first?.id ?? ''} order by at, id`;
    expect(events.map(({ kind, actor, ruleId }) => [kind, actor, ruleId])).toEqual([
      ['OPENED', 'vigil', 'import.open'],
      ['ACKNOWLEDGED', 'Ada', 'lifecycle.acknowledge'],
      ['RESOLVED', 'Grace', 'lifecycle.resolve'],
    ]);
    const [told] = await sql`select id from notification limit 1`;
    expect(told).toBeUndefined();
    const changes = await sql`select kind from change`;
    expect(changes.map(({ kind }) => kind)).toEqual(['RESOLVED', 'RESOLVED']);
  });

  it('stores each once, however often and by how many it is sent', async () => {
    expect(await importLines(whole)).toMatchObject({ imported: 0, known: 1 });
    const again = { ...whole, id: 'PD-3' };
    expect(await importLines(again, again)).toMatchObject({ imported: 1, known: 1 });
    const lines = Array.from({ length: 700 }, (_, place) => ({ ...whole, id: `many-${place}`, service: 'many' }));
    const answers = await Promise.all([importLines(...lines), importLines(...lines), importLines(...lines)]);
    expect(answers.reduce((sum, { imported }) => sum + imported, 0)).toBe(700);
    expect((await client.incidents({ filter: { service: ['many'] }, first: 0 })).totalCount).toBe(700);
    // The same name of another source is another incident.
    expect(await importLines({ ...whole, source: 'opsgenie' })).toMatchObject({ imported: 1 });
  });

  it('a later alert of the service opens an incident of its own', async () => {
    const signal = {
      source: 'test',
      service: 'checkout',
      title: 'Checkout is slow',
      reportedSeverity: 'HIGH',
    } as const;
    const { incident } = await client.ingest(signal);
    expect(incident).toMatchObject({ status: 'OPEN' });
  });

  it('reads CSV: quoted fields, empty ones, and labels by column', async () => {
    const answer = await importCsv(
      'id,title,service,severity,openedAt,acknowledgedAt,resolvedAt,label.team',
      '7,"Queue ""mail"" is long, again",mail,LOW,2025-05-01T08:00:00Z,,2025-05-01T09:00:00Z,post',
      '',
      '8,Late,mail,,2025-05-02T08:00:00Z,2025-05-02T08:01:00Z,2025-05-02T07:00:00Z,',
    );
    expect(answer).toMatchObject({
      imported: 1,
      rejected: 1,
      errors: [{ line: 4, field: ['resolvedAt'] }, { line: 4 }],
    });
    const { nodes } = await client.incidents({ filter: { label: [{ name: 'team', value: 'post' }] } });
    expect(nodes).toMatchObject([{ title: 'Queue "mail" is long, again', severity: 'LOW', acknowledgedAt: null }]);
  });
});

describe('what an import refuses', () => {
  it.each<[string, unknown, string]>([
    ['no id', { ...whole, id: undefined }, 'id'],
    ['no end', { ...whole, resolvedAt: undefined }, 'resolvedAt'],
    ['an end that is to come', { ...whole, resolvedAt: '2999-01-01T00:00:00Z' }, 'resolvedAt'],
    ['an acknowledgement before the opening', { ...whole, acknowledgedAt: '2025-03-04T09:00:00Z' }, 'acknowledgedAt'],
    ['an end before the acknowledgement', { ...whole, resolvedAt: '2025-03-04T10:01:00Z' }, 'resolvedAt'],
    ['a day that there is not', { ...whole, openedAt: '2025-02-30T10:00:00Z' }, 'openedAt'],
    ['an unknown severity', { ...whole, severity: 'SEV1' }, 'severity'],
    ['an unknown field', { ...whole, urgency: 'high' }, 'urgency'],
    ['a title without end', { ...whole, title: 'x'.repeat(251) }, 'title'],
  ])('%s: by line and field, and the others are stored', async (what, record, field) => {
    const good = { ...whole, id: `beside ${what}` };
    const answer = await importLines(good, record);
    expect(answer).toMatchObject({ imported: 1, rejected: 1, errors: [{ line: 2, field: [field] }] });
  });

  it('what is no JSON: by line', async () => {
    const response = await post(`{"id"\n\n${JSON.stringify({ ...whole, id: 'after' })}`);
    expect(await response.json()).toMatchObject({ imported: 1, rejected: 1, errors: [{ line: 1, field: [] }] });
  });

  it('says at most 100 errors', async () => {
    const answer = await importLines(...Array.from({ length: 150 }, () => ({})));
    expect([answer.rejected, answer.errors.length]).toEqual([150, 100]);
  });

  it.each([
    ['application/json', '[]', 415],
    ['text/csv', 'id,title\n1,2,3', 400],
    ['text/csv', '"', 400],
    ['application/x-ndjson', 'x'.repeat(6 * 1024 * 1024), 413],
    ['application/x-ndjson', '{}\n'.repeat(100_001), 413],
  ])('%s that cannot be read', async (contentType, body, status) => {
    const response = await post(body, contentType);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { error: { message: string } }).error.message).not.toBe('');
  });

  it.each(['VIEWER', 'RESPONDER', 'INGESTER'] as const)('a token of %s', async (role) => {
    const mutation = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }';
    const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(vigil, mutation, {
      input: { name: role, role },
    });
    const token = data?.createApiToken.secret ?? '';
    expect((await post(JSON.stringify(whole), 'application/x-ndjson', token)).status).toBe(403);
  });
});
