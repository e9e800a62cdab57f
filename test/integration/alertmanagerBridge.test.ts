import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

interface Payload {
  alerts: Record<string, unknown>[];
  groupKey?: string;
}

interface IncidentNode {
  number: number;
  title: string;
  service: string;
  severity: string;
  status: string;
  signalCount: number;
  alerts: {
    nodes: { dedupKey: string; state: string; signalCount: number; labels: { name: string; value: string }[] }[];
  };
}

/** Real webhooks, which live beside the repository; where they are missing, the bridge's own table tests must do. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/prometheus/', import.meta.url));
const payload = (file: string): Payload => JSON.parse(readFileSync(`${corpus}${file}`, 'utf8'));

let vigil: TestVigil;
beforeEach(async () => {
  vigil = await startVigil({ policy: 'load-v2' });
});
afterEach(() => vigil.close());

async function post(body: unknown, name = 'alertmanager', token = vigil.token) {
  const response = await fetch(`${vigil.url}/bridges/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function incidents(): Promise<IncidentNode[]> {
  const query = `{ incidents(first: 10, orderBy: OPENED_AT_ASC) { nodes {
    number title service severity status signalCount
    alerts(first: 10) { nodes { dedupKey state signalCount labels { name value } } } } } }`;
  const { data, errors } = await requestGraphQL<{ incidents: { nodes: IncidentNode[] } }>(vigil, query);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.incidents.nodes;
}

const accepted = (count: number) => ({ status: 200, body: { accepted: count, rejected: 0, errors: [] } });

if (existsSync(corpus)) {
  test('every real payload is taken, alert by alert', async () => {
    const files = readdirSync(corpus).filter((file) => file.endsWith('.json'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const given = payload(file);
      expect({ file, ...(await post(given)) }).toEqual({ file, ...accepted(given.alerts.length) });
    }
  });

  test('the alerts of one group are one incident, each fingerprint one alert', async () => {
    const firing = payload('capture-am025-04-firing.json');
    await post(firing);
    const [incident, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ service: 'checkout', severity: 'CRITICAL', status: 'OPEN', signalCount: 2 });
    expect(incident?.alerts.nodes.map(({ dedupKey }) => dedupKey).sort()).toEqual([
      '51e7f66c1d3e6243',
      '8747cdca819434c4',
    ]);

    // Alertmanager repeats a group: the same alerts are heard again.
    await post(firing);
    const [again, ...more] = await incidents();
    expect(more).toEqual([]);
    expect(again).toMatchObject({ number: incident?.number, signalCount: 4 });
    expect(again?.alerts.nodes.map(({ signalCount }) => signalCount)).toEqual([2, 2]);
  });

  test('what Alertmanager resolves is resolved, and what fires again within the reopen window is reopened', async () => {
    await post(payload('capture-am025-04-firing.json'));
    await post(payload('capture-am025-06-resolved.json'));
    const [resolved, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(resolved).toMatchObject({ status: 'RESOLVED', signalCount: 4 });
    expect(resolved?.alerts.nodes.map(({ state }) => state)).toEqual(['RESOLVED', 'RESOLVED']);

    await post(payload('capture-am025-07-firing.json'));
    const [reopened, ...more] = await incidents();
    expect(more).toEqual([]);
    expect(reopened).toMatchObject({ number: resolved?.number, status: 'OPEN' });
    expect(reopened?.alerts.nodes.map(({ state }) => state)).toEqual(['FIRING', 'FIRING']);
  });

  test('one alert of two that is resolved leaves the incident open', async () => {
    await post(payload('capture-am025-04-firing.json'));
    const resolved = payload('capture-am025-06-resolved.json');
    await post({ ...resolved, status: 'firing', alerts: resolved.alerts.slice(0, 1) });
    const [incident] = await incidents();
    expect(incident).toMatchObject({ status: 'OPEN' });
    expect(incident?.alerts.nodes.map(({ state }) => state).sort()).toEqual(['FIRING', 'RESOLVED']);
  });

  test('different groups are different incidents, of one service too', async () => {
    const firing = payload('capture-am025-04-firing.json');
    await post(firing);
    const fingerprint = 'aaaaaaaaaaaaaaaa';
    await post({ ...firing, groupKey: '{}:{alertname="Other"}', alerts: [{ ...firing.alerts[0], fingerprint }] });
    const found = await incidents();
    expect(found.map(({ service }) => service)).toEqual(['checkout', 'checkout']);
  });

  test('hostile text comes out as it came in', async () => {
    await post(payload('capture-am025-04-firing.json'));
    const [incident] = await incidents();
    expect(incident?.title).toContain('<b>"quoted"</b> ünïcode');
  });

  test('a bad alert is refused alone, with its path', async () => {
    const firing = payload('capture-am025-04-firing.json');
    expect(await post({ ...firing, alerts: [...firing.alerts, 'x'] })).toEqual({
      status: 200,
      body: {
        accepted: 2,
        rejected: 1,
        errors: [{ code: 'INVALID', message: expect.any(String), field: ['alerts', '2'] }],
      },
    });
  });
}

test('what is no webhook of Alertmanager is refused, and so is a bridge that is not there', async () => {
  expect(await post({ hello: 'world' })).toMatchObject({ status: 400, body: { errors: [{ field: ['alerts'] }] } });
  const unknown = await post({ alerts: [] }, 'nagios');
  expect(unknown).toMatchObject({ status: 404, body: { error: { message: expect.stringContaining('alertmanager') } } });
  expect(await post({ alerts: [] })).toEqual(accepted(0));
});

test('a bridge needs a token that may ingest, and takes it from the header only', async () => {
  const mutation = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }';
  const secretOf = async (role: string) => {
    const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(vigil, mutation, {
      input: { name: role, role },
    });
    return data?.createApiToken.secret ?? '';
  };
  const empty = { alerts: [] };
  expect((await post(empty, 'alertmanager', 'no-such-token-anywhere')).status).toBe(401);
  expect((await post(empty, `alertmanager?token=${vigil.token}`, 'no-such-token-anywhere')).status).toBe(401);
  expect((await post(empty, 'alertmanager', await secretOf('VIEWER'))).status).toBe(403);
  expect((await post(empty, 'alertmanager', await secretOf('INGESTER'))).status).toBe(200);
});
