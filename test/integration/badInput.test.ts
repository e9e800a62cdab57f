import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil();
});
afterAll(() => vigil.close());

const ingestMany = `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) {
  accepted rejected results { outcome signal { id } userErrors { code message field } } } }`;

const good = (changes: Record<string, unknown> = {}) => ({
  source: 'test',
  service: 'hostile',
  title: 'It is slow',
  ...changes,
});

async function countSignals(): Promise<number> {
  const [row] = await vigil.app.database.sql<{ count: number }[]>`select count(*)::int as count from signal`;
  return row?.count ?? -1;
}

/** Posts a body as it is, with what the server answered. */
async function post(body: string, path = '/graphql', type = 'application/json') {
  const response = await fetch(`${vigil.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${vigil.token}` },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const hourMs = 3_600_000;
const labels = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `l${index}`, value: 'v' }));

describe('a value out of its bounds refuses its signal only, with the field and the bound', () => {
  test.each<[string, Record<string, unknown>, string[], string]>([
    ['an empty title', { title: '' }, ['title'], '250'],
    ['a blank title', { title: ' \u0000 ' }, ['title'], '250'],
    ['a name of 300 characters', { service: 'x'.repeat(300) }, ['service'], '100'],
    ['a source of 300 characters', { source: 'x'.repeat(300) }, ['source'], '100'],
    ['a title of 300 characters', { title: 'x'.repeat(300) }, ['title'], '250'],
    ['a long description', { description: 'x'.repeat(10_001) }, ['description'], '10000'],
    ['a script as address', { url: 'javascript:alert(1)' }, ['url'], 'http'],
    ['the future', { occurredAt: new Date(Date.now() + hourMs).toISOString() }, ['occurredAt'], '5 minutes'],
    ['the distant past', { occurredAt: '1969-12-31T00:00:00Z' }, ['occurredAt'], '2000'],
    ['too much confidence', { confidence: 1.5 }, ['confidence'], '1'],
    ['10,000 labels', { labels: labels(10_000) }, ['labels'], '64'],
    ['a label twice', { labels: [...labels(1), ...labels(1)] }, ['labels', '1', 'name'], 'l0'],
    ['a metric without a name', { metrics: [{ name: '', value: 1 }] }, ['metrics', '0', 'name'], '100'],
    ['51 metrics', { metrics: Array.from({ length: 51 }, (_, i) => ({ name: `m${i}`, value: 1 })) }, ['metrics'], '50'],
  ])('%s', async (_what, changes, field, bound) => {
    const before = await countSignals();
    const inputs = [good(), good(changes), good()];
    const { data, errors } = await requestGraphQL<{
      ingestSignals: {
        accepted: number;
        results: { signal: unknown; userErrors: { field: string[]; message: string }[] }[];
      };
    }>(vigil, ingestMany, { inputs });
    expect(errors).toBeUndefined();
    expect(data?.ingestSignals).toMatchObject({ accepted: 2, rejected: 1 });
    const refused = data?.ingestSignals.results[1];
    expect(refused).toMatchObject({ outcome: 'REJECTED', signal: null });
    expect(refused?.userErrors[0]?.field).toEqual(['inputs', '1', ...field]);
    expect(refused?.userErrors[0]?.message.replaceAll(',', '')).toContain(bound);
    expect(await countSignals()).toBe(before + 2);
  });
});

describe('a value of the wrong kind refuses the request with 400 and the field, and nothing is stored', () => {
  test.each<[string, string, string[]]>([
    ['an unknown field', '"colour": "red"', ['inputs', '1', 'colour']],
    ['a number as a title', '"title": 7', ['inputs', '1', 'title']],
    ['a text as a number', '"confidence": "high"', ['inputs', '1', 'confidence']],
    ['an infinite number', '"confidence": 1e999', ['inputs', '1', 'confidence']],
    ['an infinite reading', '"metrics": [{ "name": "m", "value": -1e999 }]', ['inputs', '1', 'metrics', '0', 'value']],
    ['an unknown severity', '"reportedSeverity": "WORST"', ['inputs', '1', 'reportedSeverity']],
    ['a wrong moment', '"occurredAt": "yesterday"', ['inputs', '1', 'occurredAt']],
    ['a moment without a zone', '"occurredAt": "2026-01-01T00:00:00"', ['inputs', '1', 'occurredAt']],
    ['a label that is none', '"labels": ["x"]', ['inputs', '1', 'labels', '0']],
  ])('%s', async (_what, member, field) => {
    const before = await countSignals();
    const bad = `{ "source": "s", "service": "s", "title": "t", ${member} }`;
    const body = `{ "query": ${JSON.stringify(ingestMany)}, "variables": { "inputs": [${JSON.stringify(good())}, ${bad}] } }`;
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT', field } }] });
    expect(await countSignals()).toBe(before);
  });

  test.each([
    ['NaN in JSON', `{ "query": ${JSON.stringify(ingestMany)}, "variables": { "inputs": [{ "confidence": NaN }] } }`],
    ['a body that breaks off', '{ "query": "{ viewer'],
    ['no JSON at all', 'hello'],
    ['an empty body', ''],
    ['a poisoned prototype', '{ "query": "{ viewer { name } }", "variables": { "__proto__": { "x": 1 } } }'],
  ])('%s', async (_what, body) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    const code: unknown = JSON.parse(text).errors[0].extensions.code;
    expect(code).toBe('BAD_REQUEST');
    expect(text).toMatch(/JSON/);
  });

  test('an infinite number written into the document is refused too', async () => {
    const query = `mutation { ingestSignal(input: { source: "s", service: "s", title: "t", confidence: 1e999 }) {
      outcome userErrors { field } } }`;
    const { data } = await requestGraphQL(vigil, query);
    expect(data).toEqual({ ingestSignal: { outcome: 'REJECTED', userErrors: [{ field: ['input', 'confidence'] }] } });
  });
});

/** What an ordinary signal brings: metrics, labels, a description. */
const ordinary = (place: number) => ({
  dedupKey: `alert ${place % 200}`,
  description: 'The 99th percentile of the latency is above its threshold. '.repeat(8),
  metrics: [{ name: 'latency_ms', value: 100 + place, unit: 'ms', warning: 500, critical: 900 }],
  labels: Array.from({ length: 8 }, (_, label) => ({ name: `label_${label}`, value: `value ${place}` })),
});

describe('as much as is allowed', () => {
  test('999 good signals and a bad one: the good ones are stored, the bad one is named by its place', async () => {
    const before = await countSignals();
    const inputs = Array.from({ length: 1000 }, (_, place) => good(place === 617 ? { title: '' } : ordinary(place)));
    const { data, errors } = await requestGraphQL<{
      ingestSignals: {
        accepted: number;
        rejected: number;
        results: { outcome: string; userErrors: { field: string[] }[] }[];
      };
    }>(vigil, ingestMany, { inputs });
    expect(errors).toBeUndefined();
    expect(data?.ingestSignals).toMatchObject({ accepted: 999, rejected: 1 });
    const faults = data?.ingestSignals.results.flatMap(({ userErrors }) => userErrors) ?? [];
    expect(faults).toMatchObject([{ code: 'INVALID', field: ['inputs', '617', 'title'] }]);
    expect(await countSignals()).toBe(before + 999);
  });
});

describe('too much at once is refused with the bound', () => {
  test('a body of 10 MB', async () => {
    const inputs = [good({ description: 'x'.repeat(10 * 1024 * 1024) })];
    const { status, text } = await post(JSON.stringify({ query: ingestMany, variables: { inputs } }));
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
    expect(text).toContain(String(5 * 1024 * 1024));
  });

  test('1001 signals', async () => {
    const before = await countSignals();
    const { data, errors } = await requestGraphQL(vigil, ingestMany, {
      inputs: Array.from({ length: 1001 }, () => good()),
    });
    expect(data).toBeFalsy();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('1000'),
      extensions: { code: 'BAD_USER_INPUT', field: ['inputs'] },
    });
    expect(await countSignals()).toBe(before);
  });

  test.each([
    ['tokens', `{ ${'viewer { name } '.repeat(50_000)} }`.slice(0, 60_000).replace(/[^ ]*$/, '')],
    ['aliases', `{ ${Array.from({ length: 900 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['directives', `{ viewer { name ${'@include(if: true) '.repeat(3000)} } }`],
    ['levels', `${'{ viewer '.repeat(5000)}${'}'.repeat(5000)}`],
    ['bytes', `{ viewer { name } } # ${'x'.repeat(1_000_000)}`],
    ['objects', '{ incidents(first: 500) { nodes { timeline(first: 200) { nodes { id } } } } }'],
  ])('a document of too many %s', async (_what, query) => {
    // What it costs, rather than how long it takes: others may be at work on this machine.
    const before = process.cpuUsage();
    const { status, text } = await post(JSON.stringify({ query }));
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    expect(text).toMatch(/at most \d+/);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

describe('variables that do not fit, by the hundred thousand, are refused at the cost of a few', () => {
  const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`field${place}`, 1]));
  test.each<[string, unknown[]]>([
    ['signals that are none', Array(150_000).fill({})],
    ['fields that there are not', [good(fields)]],
    ['holes beside a long text', ['x'.repeat(100_000), ...Array(20_000).fill(null)]],
  ])('%s', async (_what, inputs) => {
    // The document is known: what it asks for would be done without Apollo.
    for (let i = 0; i < 2; i += 1) await requestGraphQL(vigil, ingestMany, { inputs: [] });
    const before = process.cpuUsage();
    const { status, text } = await post(JSON.stringify({ query: ingestMany, variables: { inputs } }));
    const { user, system } = process.cpuUsage(before);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});

describe('a cursor that no list gave out is refused by its name', () => {
  const at = '2026-99-99T00:00:00.000Z';
  const id = '00000000-0000-7000-8000-000000000000';
  test.each<[string, string, unknown[]]>([
    ['incidents', 'incidents(orderBy: OPENED_AT_DESC, after: $after) { nodes { id } }', [at, id]],
    ['incidents by urgency', 'incidents(after: $after) { nodes { id } }', ['false', 'HIGH', '1e999', at, id]],
    ['alerts', 'incident(id: 1) { alerts(after: $after) { nodes { id } } }', ['a', 'b']],
    ['alerts of no day', 'incident(id: 1) { alerts(after: $after) { nodes { id } } }', [at, id]],
    ['services', 'services(after: $after) { nodes { name } }', ['\u0000']],
    ['suppressed alerts', 'suppressedAlerts(after: $after) { nodes { dedupKey } }', [at, 'x', 'false']],
    ['policies', 'policies(after: $after) { nodes { version } }', [2 ** 40]],
    ['policy activations', 'policyActivations(after: $after) { nodes { activatedAt } }', [2 ** 40]],
  ])('%s', async (_what, field, values) => {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    const { errors } = await requestGraphQL(vigil, `query ($after: String) { ${field} }`, { after });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
  });
});

describe('what nothing stored can be is no error in a filter', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a service', { service: ['a\u0000'] }],
    ['a service that is no text', { service: ['\ud800'] }],
    ['the value of a label', { label: [{ name: 'team', value: '\u0000' }] }],
    ['the name of a label', { label: [{ name: '\ud800', value: 'x' }] }],
    ['words', { search: '\u0000 \ud800' }],
  ])('%s', async (_what, filter) => {
    const query = 'query ($filter: IncidentFilter) { incidents(filter: $filter) { nodes { id } } }';
    expect(await requestGraphQL(vigil, query, { filter })).toEqual({ data: { incidents: { nodes: [] } } });
  });

  test.each(['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00'])(
    'a moment outside the years 1 to 9999 is none: %s',
    async (openedAfter) => {
      const query = 'query ($at: DateTime) { incidents(filter: { openedAfter: $at }) { nodes { id } } }';
      const { errors } = await requestGraphQL(vigil, query, { at: openedAfter });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['at'] } }]);
    },
  );
});

test('text that no database takes is cleaned and stored', async () => {
  const { data } = await requestGraphQL(
    vigil,
    'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome signal { title service } userErrors { field } } }',
    { input: good({ service: 'cleaned', title: 'NUL \u0000 and half a pair \ud800 end' }) },
  );
  expect(data).toMatchObject({ ingestSignal: { outcome: 'OPENED', signal: { service: 'cleaned' }, userErrors: [] } });
});

test('after all that the server is unharmed', async () => {
  const { data, errors } = await requestGraphQL(vigil, '{ systemStatus { everIngested } viewer { name } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ systemStatus: { everIngested: true }, viewer: { name: 'admin' } });
});
