import { createVigilClient } from '@vigil/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatPolicyYaml, presets } from '../../server/src/engines/policy.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let database: TestDatabase;
let vigil: TestVigil;

beforeEach(async () => {
  database = await createTestDatabase();
  vigil = await startVigil({ database });
});

afterEach(async () => {
  await vigil.close();
  await database.drop();
});

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: string[] | null;
}

interface Draft {
  readonly policy: {
    readonly version: number;
    readonly active: boolean;
    readonly createdBy: string;
    readonly note: string | null;
  } | null;
  readonly changes: { path: string[]; before: string | null; after: string | null }[];
  readonly userErrors: UserError[];
}

async function ask<Data>(
  query: string,
  variables: Record<string, unknown> = {},
  from: { url: string; token: string } = vigil,
) {
  const { data, errors } = await requestGraphQL<Data>(from, query, variables);
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function draft(document: string, note: string | null = null): Promise<Draft> {
  const query = `mutation ($input: CreatePolicyDraftInput!) { createPolicyDraft(input: $input) {
    policy { version active createdBy note } changes { path before after } userErrors { code message field } } }`;
  return (await ask<{ createPolicyDraft: Draft }>(query, { input: { document, note } })).createPolicyDraft;
}

async function activate(version: number, reason: string, from = vigil) {
  const query = `mutation ($input: ActivatePolicyInput!) { activatePolicy(input: $input) {
    policy { version active activatedBy activatedAt activationReason } userErrors { code message field } } }`;
  type Payload = { policy: Record<string, unknown> | null; userErrors: UserError[] };
  return (await ask<{ activatePolicy: Payload }>(query, { input: { version, reason } }, from)).activatePolicy;
}

describe('a draft', () => {
  it('becomes a version that is not in force, and says what it would change', async () => {
    const { policy, changes, userErrors } = await draft(
      'name: calmer\nseverity: { cuts: { HIGH: 0.5 } }\n',
      ' less noise ',
    );
    expect(userErrors).toEqual([]);
    expect(policy).toEqual({ version: 2, active: false, createdBy: 'admin', note: 'less noise' });
    expect(changes).toEqual([
      { path: ['name'], before: '"load-v2"', after: '"calmer"' },
      { path: ['severity', 'cuts', 'HIGH'], before: '0.4', after: '0.5' },
    ]);
    expect((await vigil.app.policies.active()).version).toBe(1);
  });

  it('that says the same as the one in force is told so, and is not kept', async () => {
    const { policy, userErrors } = await draft(formatPolicyYaml(presets['load-v2']));
    expect(policy).toMatchObject({ version: 1, active: true });
    expect(userErrors).toMatchObject([{ code: 'UNCHANGED', field: ['input', 'document'] }]);
    expect(await vigil.app.policies.count()).toBe(1);
  });

  it.each([
    ['an unknown field', 'grouping: { windowMinuts: 5 }', ['grouping'], 'windowMinuts'],
    ['a wrong type', 'severity: { cuts: { HIGH: high } }', ['severity', 'cuts', 'HIGH'], '"high"'],
    ['a number out of its bounds', 'grouping: { windowMinutes: 0 }', ['grouping', 'windowMinutes'], '0'],
    ['no number', 'severity: { logBelow: .nan }', ['severity', 'logBelow'], 'number'],
    ['cuts in the wrong order', 'severity: { cuts: { MEDIUM: 0.9 } }', ['severity', 'cuts'], 'MEDIUM'],
    ['an unknown target', 'notify: { targets: [pager] }', ['notify', 'targets', '0'], '"pager"'],
    [
      'an unknown target of a step',
      'escalation: { steps: [{ afterMinutes: 5, targets: [x], repeat: null }] }',
      ['escalation', 'steps', '0', 'targets', '0'],
      '"x"',
    ],
    ['a target without address', 'targets: { hook: { channel: webhook } }', ['targets', 'hook', 'url'], 'missing'],
    [
      'a target with another scheme',
      'targets: { hook: { channel: webhook, url: "file:///etc/passwd" } }',
      ['targets', 'hook', 'url'],
      'file:',
    ],
    [
      'the placeholder of a secret',
      'targets: { hook: { channel: webhook, url: "https://a.example/", secret: (hidden) } }',
      ['targets', 'hook', 'secret'],
      'hidden',
    ],
    ['an unknown profile', 'profile: load-v3', ['profile'], 'load-v3'],
    ['a list', '[1, 2]', [], 'expected an object'],
    ['nothing', '', [], 'expected an object'],
    ['no YAML', 'a: [1', [], 'Not YAML'],
    ['a name twice', 'name: a\nname: b', [], 'Not YAML'],
    ['a cycle', 'targets: &t { log: *t }', [], ''],
    ['a text that unfolds', bomb(), [], ''],
  ])('with %s is refused with the path, and the one in force stays', async (_what, document, path, said) => {
    const { policy, userErrors } = await draft(document);
    expect(policy).toBeNull();
    expect(userErrors.length).toBeGreaterThan(0);
    expect(userErrors[0]?.code).toBe('INVALID');
    expect(userErrors[0]?.field?.slice(0, 2 + path.length)).toEqual(['input', 'document', ...path]);
    expect(userErrors[0]?.message).toContain(said);
    expect((await vigil.app.policies.active()).version).toBe(1);
    expect(await vigil.app.policies.count()).toBe(1);
  });

  it('is for administrators only', async () => {
    const client = createVigilClient(vigil);
    const { secret } = await client.createToken('looks', 'RESPONDER');
    client.close();
    const answer = await requestGraphQL(
      { url: vigil.url, token: secret ?? '' },
      `mutation { createPolicyDraft(input: { document: "name: mine" }) { policy { version } } }`,
    );
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await vigil.app.policies.count()).toBe(1);
  });
});

describe('an activation', () => {
  it('puts one version in force, and an older one back, and keeps who did it and why', async () => {
    await draft('name: second');
    expect((await activate(2, 'fewer pages')).policy).toMatchObject({
      active: true,
      activationReason: 'fewer pages',
      activatedBy: 'admin',
    });
    expect((await activate(1, 'it was worse')).policy).toMatchObject({ version: 1, active: true });
    const { policyActivations, policies } = await ask<{
      policyActivations: { totalCount: number; nodes: Record<string, unknown>[] };
      policies: { nodes: { version: number; active: boolean }[] };
    }>(`{ policyActivations { totalCount nodes { version previousVersion reason activatedBy changes { path } } }
      policies { nodes { version active } } }`);
    expect(policies.nodes).toEqual([
      { version: 2, active: false },
      { version: 1, active: true },
    ]);
    expect(policyActivations.totalCount).toBe(3);
    expect(policyActivations.nodes).toMatchObject([
      { version: 1, previousVersion: 2, reason: 'it was worse', changes: [{ path: ['name'] }] },
      { version: 2, previousVersion: 1, reason: 'fewer pages', changes: [{ path: ['name'] }] },
      { version: 1, previousVersion: null, activatedBy: 'vigil', changes: [] },
    ]);
  });

  it('without a reason, of no version, or of the one in force is refused', async () => {
    await draft('name: second');
    expect((await activate(2, '  \n')).userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'reason'] }]);
    expect((await activate(2, 'x'.repeat(501))).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'reason'] },
    ]);
    for (const version of [0, -1, 3, 2_147_483_647]) {
      expect(await activate(version, 'why not')).toMatchObject({ policy: null, userErrors: [{ code: 'NOT_FOUND' }] });
    }
    expect((await activate(1, 'again')).userErrors).toMatchObject([{ code: 'UNCHANGED', field: ['input', 'version'] }]);
    expect((await vigil.app.policies.active()).version).toBe(1);
  });

  it('cannot be changed or taken out of the record', async () => {
    const { sql } = vigil.app.database;
    await expect(sql`update policy_activation set reason = 'other'`).rejects.toThrow('never changed');
    await expect(sql`delete from policy_activation`).rejects.toThrow('never changed');
  });

  it('leaves one version in force when several are activated at once', async () => {
    for (const name of ['second', 'third', 'fourth']) await draft(`name: ${name}`);
    await Promise.all([2, 3, 4, 2, 3, 4].map((version) => activate(version, 'race')));
    const [row] = await vigil.app.database.sql<
      { count: number }[]
    >`select count(*)::int as count from policy where active`;
    expect(row?.count).toBe(1);
  });

  it('survives restarts, which make no versions', async () => {
    await draft('name: second');
    await activate(2, 'better');
    vigil = await vigil.restart();
    vigil = await vigil.restart();
    expect((await vigil.app.policies.active()).policy.name).toBe('second');
    expect((await draft('name: third')).policy?.version).toBe(3);
  });
});

describe('secrets of targets', () => {
  const withSecret = (secret: string) =>
    `name: hooks\ntargets: { log: { channel: log }, hook: { channel: webhook, url: "https://a.example/", secret: "${secret}" } }`;

  it('are shown to administrators only, but that they differ is shown to all', async () => {
    await draft(withSecret('first-secret'));
    await draft(withSecret('second-secret'));
    const client = createVigilClient(vigil);
    const { secret } = await client.createToken('looks', 'VIEWER');
    client.close();
    const query = `{ policies { nodes { document } } policyDiff(from: 2, to: 3) { text changes { path before after } } }`;
    type Answer = { policyDiff: { text: string; changes: Draft['changes'] } };
    const toAdmin = await ask<Answer>(query);
    const toViewer = await ask<Answer>(query, {}, { url: vigil.url, token: secret ?? '' });
    const path = ['targets', 'hook', 'secret'];
    expect(toAdmin.policyDiff.changes).toEqual([{ path, before: '"first-secret"', after: '"second-secret"' }]);
    expect(toAdmin.policyDiff.text).toContain('-    secret: first-secret\n+    secret: second-secret\n');
    expect(toViewer.policyDiff.changes).toEqual([{ path, before: '"(hidden)"', after: '"(hidden)"' }]);
    expect(JSON.stringify(toViewer)).not.toContain('-secret');
  });
});

describe('import and export', () => {
  it('gives back what was given, presets too', async () => {
    const { policyPresets } = await ask<{ policyPresets: { name: string; document: string }[] }>(
      '{ policyPresets { name document } }',
    );
    expect(policyPresets.map(({ name }) => name).sort()).toEqual(['load-v2', 'seed-v1']);
    const seed = policyPresets.find(({ name }) => name === 'seed-v1');
    const { policy } = await draft(seed?.document ?? '');
    const exported = await ask<{ policy: { document: string } }>(
      'query ($version: Int) { policy(version: $version) { document } }',
      {
        version: policy?.version,
      },
    );
    expect(exported.policy.document).toBe(seed?.document);
    expect(await ask(`{ policyDiff(from: 1, to: 9) { text } }`)).toEqual({ policyDiff: null });
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}
