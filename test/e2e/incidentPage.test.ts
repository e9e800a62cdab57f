import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const stressed = {
  title: 'Error rate is high',
  reportedSeverity: 'HIGH',
  confidence: 0.9,
  url: 'https://runbooks.example.org/errors',
  labels: [{ name: 'region', value: 'eu-1' }],
  metrics: [
    { name: 'error_rate', value: 8, unit: '%', warning: 2, critical: 10 },
    { name: 'latency_ms', value: 900, unit: 'ms', warning: 300, critical: 1_000 },
  ],
} as const;

async function openIncident(number: number): Promise<Tab> {
  const tab = await stage.open({ path: `/incidents/${number}` });
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
}

const region = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });

test('the page says why the incident is so severe: factors that add up to the score', async () => {
  const { number, id } = await stage.incident({
    ...stressed,
    metrics: [...stressed.metrics],
    labels: [...stressed.labels],
  });
  const tab = await openIncident(number);
  expect(await tab.page.getByRole('heading', { level: 1 }).textContent()).toBe(`#${number} Error rate is high`);

  const decision = (await stage.client.incident(id))?.decision;
  const why = region(tab, 'Why this severity');
  const rows = why.getByRole('listitem');
  expect(await rows.count()).toBe(decision?.factors.length);
  const texts = await rows.allTextContents();
  for (const factor of decision?.factors ?? []) expect(texts.some((text) => text.includes(factor.name))).toBe(true);
  const shown = texts.map((text) => /contribution ([+−])(\d+\.\d\d)$/.exec(text) ?? []);
  const sum = shown.reduce((total, [, sign, figure]) => total + Number(figure) * (sign === '−' ? -1 : 1), 0);
  expect(sum.toFixed(2)).toBe(decision?.score.toFixed(2));
  await why.getByText(`Score ${decision?.score.toFixed(2)}`).waitFor();
  await why.getByText(decision?.reason ?? '').waitFor();

  const alerts = region(tab, 'Alerts');
  await alerts.getByText('1 of 1 firing').waitFor();
  expect(await alerts.getByRole('list', { name: 'Last values' }).textContent()).toMatch(
    /error_rate 8 %.*latency_ms 900 ms/,
  );
  expect(await alerts.getByRole('list', { name: 'Labels' }).textContent()).toBe('region=eu-1');
  expect(await alerts.getByRole('link').getAttribute('href')).toBe('https://runbooks.example.org/errors');
});

test('the timeline grows while the page is open, and notes can be added to it', async () => {
  const { number, id } = await stage.incident();
  const tab = await openIncident(number);
  const timeline = region(tab, 'Timeline');
  await timeline
    .getByText(/Opened/i)
    .first()
    .waitFor();
  await stage.client.acknowledge(id, 'It is the new release');
  await timeline.getByText('Acknowledged by admin').waitFor();
  await timeline.getByText('It is the new release').waitFor();

  await timeline.getByLabel('Note').fill('Rolled back.\nWatching.');
  await timeline.getByRole('button', { name: 'Add note' }).click();
  const note = timeline.getByRole('listitem').filter({ hasText: 'Rolled back.' });
  await note.getByText('Watching.').waitFor();
  // The feed may be sooner than the answer.
  await expect.poll(() => timeline.getByLabel('Note').inputValue()).toBe('');
  // Not the last for certain: that somebody was notified is noted when it is done.
  expect((await stage.client.incident(id))?.timeline.nodes).toContainEqual(
    expect.objectContaining({ kind: 'NOTE_ADDED', actor: 'admin', note: 'Rolled back.\nWatching.' }),
  );
});

test('an incident is acknowledged, put back, resolved and reopened from its page', async () => {
  const { number, id } = await stage.incident();
  const tab = await openIncident(number);
  const steps = [
    ['Acknowledge', 'ACKNOWLEDGED', 'Take back acknowledgement'],
    ['Take back acknowledgement', 'OPEN', 'Acknowledge'],
    ['Resolve', 'RESOLVED', 'Reopen'],
    ['Reopen', 'OPEN', 'Acknowledge'],
  ] as const;
  for (const [action, status, next] of steps) {
    await tab.button(action).click();
    await tab.button(next).waitFor();
    await expect.poll(async () => (await stage.client.incident(id))?.status).toBe(status);
    await expect.poll(() => tab.button(next).isEnabled()).toBe(true);
  }
  const timeline = region(tab, 'Timeline');
  await timeline.getByText('Reopened by admin').waitFor();
  await timeline.getByText('Acknowledgement taken back by admin').waitFor();
});

test('an action that is refused on the page is taken back with the reason', async () => {
  const { number, id } = await stage.incident();
  const tab = await openIncident(number);
  await tab.page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('AcknowledgeIncident')) await stage.client.resolve(id);
    await route.continue();
  });
  await tab.button('Acknowledge').click();
  await tab.notice(`#${number} was not acknowledged`).waitFor();
  await tab.button('Reopen').waitFor();
});

test('a new signal changes the severity and the reason of an open page', async () => {
  const service = 'becomes-critical';
  const { number } = await stage.incident({ service, reportedSeverity: 'LOW', confidence: 1 });
  const tab = await openIncident(number);
  await tab.page.getByText('Low', { exact: true }).first().waitFor();
  await stage.incident({ service, reportedSeverity: 'CRITICAL', confidence: 1 });
  await region(tab, 'Why this severity').getByText('Critical', { exact: true }).waitFor();
  await region(tab, 'Alerts')
    .getByText(/2 signals/)
    .waitFor();
});

test('a link to nothing says so', async () => {
  const tab = await stage.open({ path: '/incidents/999999' });
  await tab.page.getByText('There is no incident 999999').waitFor();
});

test('the list finds, narrows and opens incidents, and keeps what was asked for in the address', async () => {
  const { number } = await stage.incident({ title: 'Quicksilver leaks', service: 'thermometer' });
  const tab = await stage.open({ path: '/incidents' });
  await tab.page.getByRole('searchbox', { name: 'Search incidents' }).fill('quicksilver');
  await expect.poll(() => tab.page.url()).toContain('q=quicksilver');
  const rows = tab.page.getByRole('table', { name: 'Incidents' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(2);
  await tab.page.getByRole('toolbar', { name: 'Status' }).getByRole('button', { name: 'Resolved' }).click();
  await tab.page.getByText('No incident matches').waitFor();
  expect(tab.page.url()).toContain('status=RESOLVED');
  await tab.page.reload();
  await tab.page.getByText('No incident matches').waitFor();
  await tab.page.goto(`${stage.vigil.url}/incidents?q=quicksilver`);
  await tab.page.getByRole('link', { name: `#${number} Quicksilver leaks` }).click();
  await tab.page.getByRole('heading', { level: 2, name: `#${number} Quicksilver leaks` }).waitFor();
});
