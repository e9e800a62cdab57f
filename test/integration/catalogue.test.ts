import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil();
});
afterAll(() => vigil.close());

interface UserErrors {
  userErrors: { code: string; message: string; field: string[] | null }[];
}

async function mutate<Payload extends object>(name: string, type: string, selection: string, input: object) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code message field } } }`;
  const { data, errors } = await requestGraphQL<Record<string, Payload & UserErrors>>(vigil, query, { input });
  expect(errors).toBeUndefined();
  const payload = data?.[name];
  if (payload === undefined) throw new Error(`${name} was not answered`);
  return payload;
}

const upsert = (input: object) =>
  mutate<{ service: object | null }>('upsertService', 'UpsertServiceInput', 'service { name tier dependsOn }', input);
const remove = (name: string) =>
  mutate<{ service: object | null }>('removeService', 'RemoveServiceInput', 'service { name }', { name });
const load = (document: string, replace = false) =>
  mutate<{ added: number; changed: number; removed: number }>(
    'importCatalogue',
    'ImportCatalogueInput',
    'added changed removed',
    { document, replace },
  );

async function listed(): Promise<string[]> {
  const { data } = await requestGraphQL<{ services: { nodes: { name: string; tier: number; dependsOn: string[] }[] } }>(
    vigil,
    '{ services(first: 500) { totalCount nodes { name tier owner dependsOn } } }',
  );
  return (data?.services.nodes ?? []).map(({ name, tier, dependsOn }) =>
    `${name} ${tier} ${dependsOn.join(',')}`.trim(),
  );
}

interface Decision {
  stress: number;
  factors: { name: string; note: string; value: number; contribution: number }[];
}

async function decide(service: string, on: TestVigil = vigil): Promise<Decision> {
  const { data, errors } = await requestGraphQL<{ ingestSignal: { decision: Decision } }>(
    on,
    `mutation ($input: SignalInput!) { ingestSignal(input: $input) {
      decision { stress score factors { name note value contribution } } } }`,
    {
      input: {
        source: 'test',
        service,
        title: 'CPU is busy',
        metrics: [{ name: 'cpu_percent', value: 95, warning: 80, critical: 95 }],
      },
    },
  );
  expect(errors).toBeUndefined();
  if (!data) throw new Error('The signal was not answered');
  return data.ingestSignal.decision;
}

const noteOf = ({ factors }: Decision, name: string) => factors.find((factor) => factor.name === name)?.note;

describe('the catalogue', () => {
  test('takes in a file, and changes what is different in it', async () => {
    const document = 'services: [{ name: web, tier: 1, owner: shop, dependsOn: [db] }, { name: db, tier: 2 }]';
    expect(await load(document)).toEqual({ added: 2, changed: 0, removed: 0, userErrors: [] });
    expect(await load(document)).toEqual({ added: 0, changed: 0, removed: 0, userErrors: [] });
    expect(await load('services: [{ name: db, tier: 1 }]')).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect(await listed()).toEqual(['db 1', 'web 1 db']);
  });

  test('takes in all of a file or nothing, and says what is wrong with it', async () => {
    const before = await listed();
    const wrong = await load('services: [{ name: good, tier: 1 }, { name: api, tier: 9, dependsOn: [nowhere] }]');
    expect(wrong).toMatchObject({
      added: 0,
      userErrors: [{ code: 'INVALID', field: ['input', 'document', 'services', '1', 'tier'] }],
    });
    expect(await load('services: [{ name: api, tier: 1, dependsOn: [web, nowhere] }]')).toMatchObject({
      userErrors: [{ field: ['input', 'document', 'services', '0', 'dependsOn', '1'] }],
    });
    const circle = await load('services: [{ name: db, tier: 1, dependsOn: [web] }]');
    expect(circle.userErrors[0]).toMatchObject({ field: ['input', 'document', 'services', '0', 'dependsOn', '0'] });
    expect(circle.userErrors[0]?.message).toContain('web → db → web');
    expect(await listed()).toEqual(before);
  });

  test('adds, changes and removes one service', async () => {
    expect(await upsert({ name: ' api ', tier: 3, dependsOn: ['web'] })).toMatchObject({
      service: { name: 'api', tier: 3, dependsOn: ['web'] },
    });
    expect(await upsert({ name: 'api', tier: 0 })).toMatchObject({
      service: null,
      userErrors: [{ field: ['input', 'tier'] }],
    });
    expect(await upsert({ name: 'api', tier: 3, dependsOn: ['api'] })).toMatchObject({
      userErrors: [{ field: ['input', 'dependsOn', '0'] }],
    });
    expect(await remove('web')).toMatchObject({ service: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await remove('nothing')).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['input', 'name'] }] });
    expect(await remove('api')).toEqual({ service: { name: 'api' }, userErrors: [] });
  });

  test('may be changed by administrators only, and read page by page', async () => {
    const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(
      vigil,
      'mutation { createApiToken(input: { name: "r", role: RESPONDER }) { secret } }',
    );
    const responder = { url: vigil.url, token: data?.createApiToken.secret ?? '' };
    const refused = await requestGraphQL(
      responder,
      'mutation { removeService(input: { name: "db" }) { service { name } } }',
    );
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const page =
      'query ($after: String) { services(first: 1, after: $after) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }';
    const first = await requestGraphQL<{ services: { pageInfo: { endCursor: string } } }>(responder, page);
    expect(first.data).toMatchObject({
      services: { totalCount: 2, nodes: [{ name: 'db' }], pageInfo: { hasNextPage: true } },
    });
    const second = await requestGraphQL(responder, page, { after: first.data?.services.pageInfo.endCursor });
    expect(second.data).toMatchObject({ services: { nodes: [{ name: 'web' }], pageInfo: { hasNextPage: false } } });
  });

  test('changes made at once cannot make a circle together', async () => {
    await load('services: [{ name: left, tier: 2 }, { name: right, tier: 2 }]');
    const answers = await Promise.all([
      upsert({ name: 'left', tier: 2, dependsOn: ['right'] }),
      upsert({ name: 'right', tier: 2, dependsOn: ['left'] }),
    ]);
    expect(answers.filter(({ service }) => service !== null)).toHaveLength(1);
  });
});

describe('decisions', () => {
  test('go by the tier, and by the dependents that are in trouble', async () => {
    await load(
      'services: [{ name: store, tier: 1 }, { name: shop, tier: 3, dependsOn: [store] }, { name: till, tier: 4, dependsOn: [shop] }]',
    );
    expect(noteOf(await decide('till'), 'criticality')).toBe('till has criticality 0.25 (tier 4)');
    const decision = await decide('store');
    expect(noteOf(decision, 'criticality')).toBe('store has criticality 1 (tier 1)');
    expect(noteOf(decision, 'blast_radius')).toBe('1 of 2 dependents affected');
    expect(decision.stress).toBeCloseTo(100 * (1 - 0.4 * (1 - 0.4 * 0.5)), 6);
  });

  test('count an incident that opened in the same batch, and one that has ended no more', async () => {
    await load('services: [{ name: base, tier: 2 }, { name: top, tier: 2, dependsOn: [base] }]');
    const signal = (service: string) => ({
      source: 'test',
      service,
      title: 'CPU is busy',
      metrics: [{ name: 'cpu_percent', value: 95, warning: 80, critical: 95 }],
    });
    const { data } = await requestGraphQL<{
      ingestSignals: { results: { incident: { id: string }; decision: Decision }[] };
    }>(
      vigil,
      `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { results {
        incident { id } decision { stress factors { name note value contribution } } } } }`,
      { inputs: [signal('top'), signal('base')] },
    );
    const [top, base] = data?.ingestSignals.results ?? [];
    expect(base && noteOf(base.decision, 'blast_radius')).toBe('1 of 1 dependents affected');
    await requestGraphQL(
      vigil,
      'mutation ($id: ID!) { resolveIncident(input: { id: $id }) { userErrors { message } } }',
      {
        id: top?.incident.id,
      },
    );
    expect(noteOf(await decide('base'), 'blast_radius')).toBeUndefined();
  });

  test('are the same on another server of this database from the next signal on', async () => {
    const database = { url: vigil.app.database.url, drop: async () => {} };
    const other = await startVigil({ database });
    try {
      await upsert({ name: 'shared', tier: 4 });
      expect(noteOf(await decide('shared', other), 'criticality')).toBe('shared has criticality 0.25 (tier 4)');
      await upsert({ name: 'shared', tier: 1 });
      expect(noteOf(await decide('shared', other), 'criticality')).toBe('shared has criticality 1 (tier 1)');
      expect(noteOf(await decide('shared'), 'criticality')).toBe('shared has criticality 1 (tier 1)');
      await remove('shared');
      expect(noteOf(await decide('shared', other), 'criticality')).toBe('shared has criticality 0.5');
    } finally {
      await other.close();
    }
  });
});

test('ten thousand services are taken in, and the one on which all depend is decided about', async () => {
  const many = Array.from({ length: 9_999 }, (_, index) => `- { name: s${index}, tier: 4, dependsOn: [hub] }`);
  const document = `services:\n- { name: hub, tier: 1 }\n${many.join('\n')}`;
  expect(await load(document, true)).toMatchObject({ added: 10_000, userErrors: [] });
  const started = performance.now();
  expect(noteOf(await decide('hub'), 'criticality')).toBe('hub has criticality 1 (tier 1)');
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await load('services: []', true)).toMatchObject({ removed: 10_000 });
}, 60_000);
