import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const withSecret = `
name: on duty
profile: load-v2
targets:
  pager: { channel: webhook, url: "https://pager.example/hook", secret: "of the pager" }
`;
let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil({ policy: withSecret });
});
afterAll(() => vigil.close());

interface Check {
  readonly changes: { readonly path: string[]; readonly before: string | null; readonly after: string | null }[];
  readonly text: string;
  readonly userErrors: { readonly field: string[]; readonly message: string }[];
}

async function check(document: string, token = vigil.token): Promise<Check> {
  const query = `query ($document: String!) { checkPolicy(document: $document) {
    changes { path before after } text userErrors { field message } } }`;
  const { data } = await requestGraphQL<{ checkPolicy: Check }>({ ...vigil, token }, query, { document });
  if (data === null) throw new Error('No answer');
  return data.checkPolicy;
}

async function viewerToken(): Promise<string> {
  const query = 'mutation { createApiToken(input: { name: "Vera", role: VIEWER }) { secret } }';
  const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(vigil, query);
  return data?.createApiToken.secret ?? '';
}

async function activeDocument(token: string): Promise<string> {
  const { data } = await requestGraphQL<{ policy: { document: string } }>(
    { ...vigil, token },
    '{ policy { document } }',
  );
  return data?.policy.document ?? '';
}

test('a document is checked and compared, and kept nowhere', async () => {
  const changed = (await activeDocument(vigil.token)).replace('name: on duty', 'name: at night');
  const { changes, text, userErrors } = await check(changed);
  expect({ changes, userErrors }).toEqual({
    changes: [{ path: ['name'], before: '"on duty"', after: '"at night"' }],
    userErrors: [],
  });
  expect(text).toContain('+name: at night');
  const { data } = await requestGraphQL<{ policies: { totalCount: number } }>(vigil, '{ policies { totalCount } }');
  expect(data?.policies.totalCount).toBe(1);
});

test('a fault is named with its path in the document', async () => {
  const { userErrors, changes } = await check('{ name: x, severity: { cuts: { HIGH: 7 } } }');
  expect(changes).toEqual([]);
  expect(userErrors[0]).toMatchObject({
    field: ['document', 'severity', 'cuts', 'HIGH'],
    message: expect.stringContaining('severity.cuts.HIGH is 7'),
  });
});

test('who may not see secrets compares without them, and an administrator is told of a hidden one', async () => {
  const token = await viewerToken();
  const hidden = await activeDocument(token);
  expect(hidden).toContain('(hidden)');
  expect(await check(hidden, token)).toEqual({ changes: [], text: '', userErrors: [] });
  const other = await check(hidden.replace('pager.example', 'other.example'), token);
  expect(other.changes.map(({ path }) => path)).toEqual([['targets', 'pager', 'url']]);
  expect(JSON.stringify(other)).not.toContain('of the pager');
  const [refusal] = (await check(hidden)).userErrors;
  expect(refusal?.field).toEqual(['document', 'targets', 'pager', 'secret']);
});

test('the form of the document is told as JSON Schema', async () => {
  const { data } = await requestGraphQL<{ policyJsonSchema: string }>(vigil, '{ policyJsonSchema }');
  expect(JSON.parse(data?.policyJsonSchema ?? '{}')).toMatchObject({ type: 'object', additionalProperties: false });
});
