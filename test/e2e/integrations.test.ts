import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const way = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });
const lines = (tab: Tab, name: string) => tab.page.getByRole('region', { name: `How to set up ${name}` });

test('a way in has its lines for this server, and a token that is made there works', async () => {
  const tab = await stage.open();
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('n');
  await way(tab, 'curl').waitFor();
  expect(await lines(tab, 'curl').textContent()).toContain(`curl -sS ${stage.vigil.url}/graphql`);
  await tab.page.getByRole('link', { name: /^NDJSON upload/ }).click();
  await expect.poll(() => new URL(tab.page.url()).search).toBe('?way=ndjson');
  await tab.button('Make a token for it').click();
  await tab.page.getByText('It is shown this once').waitFor();
  const [, token = ''] = /Bearer (vigil_[\w-]+)/.exec((await lines(tab, 'NDJSON upload').textContent()) ?? '') ?? [];
  const response = await fetch(`${stage.vigil.url}/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: `${JSON.stringify({ source: 'ndjson', service: 'pipe', title: 'By the new token', reportedSeverity: 'HIGH' })}\n`,
  });
  expect(await response.text()).toContain('OPENED');
  expect((await stage.client.tokens()).find(({ name }) => name.startsWith('NDJSON'))?.role).toBe('INGESTER');
  await way(tab, 'NDJSON upload')
    .getByText(/Last signal from “ndjson”/)
    .waitFor();
});

test.each([
  'Prometheus Alertmanager',
  'Grafana',
  'PagerDuty Events API v2',
  'CloudEvents',
  'Amazon CloudWatch',
  'Datadog',
  'Sentry',
  'Anything that posts JSON',
])('%s has its lines, and its test signal opens an incident', async (title) => {
  const tab = await stage.open({ path: '/integrations' });
  await tab.page.getByRole('link', { name: new RegExp(`^${title}`) }).click();
  expect(await lines(tab, title).textContent()).toContain(stage.vigil.url.replace('http://', ''));
  await way(tab, title).getByRole('button', { name: 'Send a test signal' }).click();
  await tab.notice('Test signal sent').waitFor();
  if (title !== 'CloudEvents')
    await way(tab, title)
      .getByText(/Last signal from/)
      .waitFor();
  const incidents = await stage.client.incidents({ filter: { service: ['checkout'] } });
  expect(incidents.nodes.length).toBeGreaterThan(0);
});

test('the typed client and GraphQL are shown as well, and a way that is not there says so', async () => {
  const tab = await stage.open({ path: '/integrations?way=typescript' });
  await lines(tab, 'TypeScript client').getByText('createVigilClient').first().waitFor();
  await tab.page.getByRole('link', { name: /^GraphQL/ }).click();
  await way(tab, 'GraphQL').getByRole('button', { name: 'Send a test signal' }).click();
  await way(tab, 'GraphQL')
    .getByText(/Last signal from “graphql”/)
    .waitFor();
  const other = await stage.open({ path: '/integrations?way=nagios' });
  await other.page.getByText('There is no such way in').waitFor();
});

test('a viewer sees the lines, and is told which roles it takes to send and to make tokens', async () => {
  const tab = await stage.open({ token: await stage.token('Vera', 'VIEWER'), path: '/integrations' });
  const reasonOf = async (name: string) => {
    const button = tab.button(name);
    expect(await button.isDisabled()).toBe(true);
    return tab.page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`).textContent();
  };
  await way(tab, 'curl').waitFor();
  expect(await reasonOf('Send a test signal')).toContain('Needs the role RESPONDER');
  expect(await reasonOf('Make a token for it')).toContain('Needs the role ADMIN');
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the page in %s, and nothing is pushed aside',
  async (colorScheme) => {
    const tab = await stage.open({
      path: '/integrations?way=datadog',
      context: { colorScheme },
    });
    await way(tab, 'Datadog').waitFor();
    expect(await findAxeViolations(tab.page)).toEqual([]);
    await tab.page.setViewportSize({ width: 320, height: 640 });
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);
