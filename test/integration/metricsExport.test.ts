import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import { createApiToken } from '../../server/src/application/tokens.ts';
import type { Role } from '../../server/src/domain/access.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { randomIncidents, seededRandom, storeIncidents } from '../support/incidentHistory.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const day = 86_400_000;
const fromMs = Date.parse('2026-05-01T00:00:00Z');
let vigil: TestVigil;
let incidents: Incident[];

beforeAll(async () => {
  vigil = await startVigil();
  const some = randomIncidents(200, fromMs, fromMs + 10 * day, seededRandom(3));
  const hostile = '=cmd|"/c calc"!A1,\nend';
  incidents = some.map((incident, place) => (place < 5 ? { ...incident, service: hostile } : incident));
  await storeIncidents(vigil.app.database.sql, incidents);
  await rebuildRollups(vigil.app.database.sql);
});
afterAll(() => vigil.close());

const range = 'from=2026-05-01T00:00:00Z&to=2026-05-11T00:00:00Z';
const get = (query: string, token = vigil.token) =>
  fetch(`${vigil.url}/api/metrics/export?${query}`, { headers: { authorization: `Bearer ${token}` } });
async function rowsOf(query: string): Promise<Record<string, string | number | null>[]> {
  const response = await get(`${range}&format=json&${query}`);
  expect(response.status).toBe(200);
  return response.json() as Promise<Record<string, string | number | null>[]>;
}

const sum = (rows: readonly Record<string, unknown>[], name: string) =>
  rows.reduce((total, row) => total + Number(row[name]), 0);

describe('the export', () => {
  it('is a table by day, service and severity as CSV, with a head and an end of line for each row', async () => {
    const response = await get(`${range}&by=time,service,severity&bucket=DAY&timeZone=America/New_York`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="metrics.csv"');
    const text = await response.text();
    const [head = '', ...lines] = text.split('\r\n');
    expect(head.split(',').slice(0, 8)).toEqual([
      'from',
      'to',
      'service',
      'severity',
      'opened',
      'acknowledged',
      'resolved',
      'reopened',
    ]);
    expect(lines.pop()).toBe('');
    const plain = lines.filter((line) => !line.includes('cmd'));
    expect(plain.length).toBeGreaterThan(50);
    for (const line of plain) expect(line.split(',')).toHaveLength(head.split(',').length);
    expect(plain[0]).toMatch(/^2026-05-01T00:00:00\.000Z,2026-05-01T04:00:00\.000Z,/);
  });

  it('leaves no text to a spreadsheet to run', async () => {
    const text = await (await get(`${range}&by=service`)).text();
    expect(text).toContain(`,"'=cmd|""/c calc""!A1,\nend",5,`);
  });

  it('has the same as JSON, and every table adds up to the same', async () => {
    const tables = [
      '',
      'time',
      'severity',
      'time,severity',
      'service',
      'source',
      'responder,time',
      'label:team,severity',
    ];
    for (const by of tables) {
      const rows = await rowsOf(`by=${by}&bucket=WEEK`);
      expect([by, sum(rows, 'opened'), sum(rows, 'mttr_n')]).toEqual([
        by,
        incidents.length,
        sum(await rowsOf('by='), 'mttr_n'),
      ]);
    }
    const [row, ...others] = await rowsOf('by=label:team&severity=HIGH');
    expect(Object.keys(row ?? {}).slice(0, 4)).toEqual(['from', 'to', 'label_value', 'opened']);
    expect(others.at(-1)?.label_value).toBeNull();
  });

  it('is filtered as the metrics are', async () => {
    const some = incidents.filter(({ severity, labels }) => severity !== 'LOW' && labels[0]?.value === 'web');
    const rows = await rowsOf('by=severity&label=team=web&severity=CRITICAL&severity=HIGH&severity=MEDIUM');
    expect(sum(rows, 'opened')).toBe(some.length);
    expect(rows.map(({ severity }) => severity)).toEqual(['CRITICAL', 'HIGH', 'MEDIUM']);
  });

  it('of a range without incidents is a head, an empty list, or one row without figures', async () => {
    const empty = 'from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z';
    expect((await (await get(empty)).text()).split('\r\n')).toHaveLength(2);
    expect(await (await get(`${empty}&format=json`)).json()).toEqual([]);
    const [row] = (await (await get(`${empty}&format=json&by=`)).json()) as Record<string, unknown>[];
    expect(row).toMatchObject({ opened: 0, mtta_n: 0, mtta_mean_seconds: null, average_stress: null });
  });

  it.each(['DAY', 'HOUR'])('reaches the end of the last year that can be asked for, by %s', async (bucket) => {
    const last = 'from=9999-12-30T00:00:00Z&to=9999-12-31T23:59:59.999Z&timeZone=Asia/Tokyo';
    const response = await get(`${last}&format=json&by=time,service&bucket=${bucket}`);
    expect([response.status, await response.json()]).toEqual([200, []]);
  });

  it.each([
    ['nothing', '', 'from'],
    ['an end before the beginning', 'from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z', 'range.to'],
    ['no moment', 'from=yesterday&to=2026-05-01T00:00:00Z', 'from'],
    ['an unknown zone', `${range}&timeZone=Mars`, 'Mars'],
    ['an unknown table', `${range}&by=colour`, 'by'],
    ['two dimensions', `${range}&by=service,source`, 'by'],
    ['an unknown parameter', `${range}&servcie=x`, 'servcie'],
    ['an unknown severity', `${range}&severity=BAD`, 'severity'],
    ['a label without a value', `${range}&label=team`, 'label'],
    ['an unknown format', `${range}&format=xml`, 'format'],
    ['too many points', `${range}&by=time&bucket=MINUTE`, '2000'],
  ])('refuses %s with what is wrong', async (_, query, wrong) => {
    const response = await get(query);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([response.status, error.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(error.message).toContain(wrong);
  });

  it.each<[Role, number]>([
    ['VIEWER', 200],
    ['INGESTER', 403],
  ])('answers a %s with %i', async (role, status) => {
    const { secret } = await createApiToken(vigil.app, { name: role, role });
    expect((await get(range, secret ?? '')).status).toBe(status);
    expect((await get(range, 'nobody')).status).toBe(401);
  });
});
