import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { suppressionRequests } from '../support/suppressionRequests.ts';

let vigil: TestVigil;
let ask: ReturnType<typeof suppressionRequests>;
beforeAll(async () => {
  vigil = await startVigil();
  ask = suppressionRequests(vigil);
});
afterAll(() => vigil.close());

interface Preview {
  readonly count: number;
  readonly alerts: { dedupKey: string; severity: string; incidentId: string | null }[];
  readonly userErrors: { field: string[] }[];
}

async function preview(...matchers: Record<string, string>[]): Promise<Preview> {
  const query = `query ($matchers: [MatcherInput!]!) { matcherPreview(matchers: $matchers) {
    count alerts { dedupKey severity incidentId } userErrors { field } } }`;
  return (await ask.request<{ matcherPreview: Preview }>(query, { matchers })).matcherPreview;
}

test('what fires and matches is shown, the most severe first, with its incident or held back', async () => {
  await ask.createSilence({ matchers: [{ name: 'service', value: 'held' }] });
  await ask.ingest({ service: 'held', dedupKey: 'held', reportedSeverity: 'LOW' });
  const disk = await ask.ingest({ dedupKey: 'disk', labels: [{ name: 'team', value: 'blue' }] });
  await ask.ingest({ service: 'over', dedupKey: 'over' });
  await ask.ingest({ service: 'over', dedupKey: 'over', state: 'RESOLVED', reportedSeverity: null });
  const all = await preview({ name: 'title', value: 'Disk is full' });
  expect(all).toMatchObject({ count: 2, userErrors: [] });
  expect(all.alerts).toMatchObject([
    { dedupKey: 'disk', severity: 'HIGH', incidentId: disk.incident?.id },
    { dedupKey: 'held', incidentId: null },
  ]);
  const expression = { name: 'team', operator: 'MATCHES', value: 'bl.*' };
  expect(await preview(expression)).toMatchObject({ count: 1, alerts: [{ dedupKey: 'disk' }] });
  expect(await preview(expression, { name: 'service', value: 'held' })).toMatchObject({ count: 0, alerts: [] });
});

test('what is wrong with a matcher is said with its place', async () => {
  const { count, userErrors } = await preview({ name: 'service', operator: 'MATCHES', value: '(' });
  expect({ count, userErrors }).toEqual({ count: 0, userErrors: [{ field: ['matchers', '0', 'value'] }] });
  expect((await preview({ name: 'service', operator: 'MATCHES', value: '.*' })).userErrors).toEqual([
    { field: ['matchers'] },
  ]);
});
