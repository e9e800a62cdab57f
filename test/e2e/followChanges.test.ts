import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { suppressionRequests } from '../support/suppressionRequests.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

/** A page that has stopped reading, so that what comes later was pushed. */
async function openCalm(path: string, text: string | RegExp): Promise<Tab> {
  const tab = await stage.open({ path });
  await tab.page.getByText(text).first().waitFor();
  return tab;
}

test('a silence that one makes and ends is seen by the other at once', async () => {
  const ada = await openCalm('/silences?new=1', 'No silence is in force');
  const bob = await openCalm('/silences', 'No silence is in force');
  await ada.page.getByLabel('Label 1').fill('service');
  await ada.page.getByLabel('Value 1').fill('checkout');
  await ada.page.getByLabel('Why', { exact: true }).fill('The database moves');
  await ada.button('Silence').click();
  const seen = bob.page.getByText('The database moves');
  await seen.waitFor();
  await ada.page.getByText('The database moves').waitFor();
  await ada.page.getByRole('button', { name: 'End now' }).click();
  await seen.waitFor({ state: 'detached' });
});

test('a draft and its activation are seen by who looks at the policies', async () => {
  const bob = await openCalm('/policies', 'Version 1');
  const { policy } = await stage.client.createPolicyDraft(
    'name: by label\nprofile: load-v2\ngrouping: { by: labels }\n',
  );
  const version = policy?.version ?? 0;
  await bob.page
    .getByRole('link', { name: new RegExp(`Version ${version}|by label`) })
    .first()
    .waitFor();
  await stage.client.activatePolicy(version, 'Two browsers look');
  await bob.page.getByRole('link', { name: 'History' }).click();
  await bob.page.getByText('Two browsers look').waitFor();
  await stage.client.activatePolicy(1, 'And back again');
  await bob.page.getByText('And back again').waitFor();
});

test('an incident that is opened and resolved changes the list of incidents', async () => {
  const { number } = await stage.incident({ title: 'Known from the start' });
  const bob = await openCalm('/incidents', 'Known from the start');
  const { id } = await stage.incident({ title: 'Came while reading' });
  const row = bob.page.getByRole('row', { name: /Came while reading/ });
  await row.waitFor();
  await stage.client.resolve(id);
  await row.getByText('Resolved').waitFor();
  await bob.page.getByText(`#${number}`).first().waitFor();
});

test('a token that another administrator makes comes into the list', async () => {
  const bob = await openCalm('/settings?view=tokens', 'admin');
  const tokens = bob.page.getByRole('list', { name: 'Tokens in force' });
  await tokens.waitFor();
  await stage.token('Grace', 'VIEWER');
  await tokens.getByText('Grace').waitFor();
});

test('a source that is heard for the first time comes into the list of integrations', async () => {
  const bob = await openCalm('/integrations', 'Heard of late');
  await stage.client.ingest({ source: 'thermometer', service: 'kitchen', title: 'It is hot' });
  await bob.page.getByRole('rowheader', { name: 'thermometer' }).waitFor();
});

test('a service that another one adds comes into the catalogue, and what a silence holds back onto its page', async () => {
  const bob = await openCalm('/services', /Services/);
  const { request } = suppressionRequests(stage.vigil);
  await request(
    'mutation { upsertService(input: { name: "greenhouse", tier: 2, dependsOn: [] }) { userErrors { message } } }',
  );
  await bob.page.getByText('greenhouse').first().waitFor();

  const until = new Date(Date.now() + 3_600_000).toISOString();
  await request(
    'mutation ($until: DateTime!) { createSilence(input: { matchers: [{ name: "service", value: "attic" }], until: $until, comment: "it is known" }) { userErrors { message } } }',
    { until },
  );
  const held = await openCalm('/silences?view=held', 'Nothing is held back now');
  await stage.client.ingest({ source: 'test', service: 'attic', title: 'It drips', reportedSeverity: 'HIGH' });
  await held.page.getByText('It drips').waitFor();
  expect(await held.page.getByText('Nothing is held back now').count()).toBe(0);
});
