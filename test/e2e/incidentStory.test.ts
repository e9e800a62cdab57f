import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();
const region = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });

async function openIncident(number: number, context = {}): Promise<Tab> {
  const tab = await stage.open({ path: `/incidents/${number}`, context });
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
}

test('the slider shows an incident as it was, event by event, and nothing can be done there until it is now again', async () => {
  const service = 'had-a-past';
  const { number, id } = await stage.incident({ service, reportedSeverity: 'LOW', confidence: 1 });
  await stage.incident({ service, reportedSeverity: 'CRITICAL', confidence: 1 });
  await stage.client.acknowledge(id, 'Taken');
  await stage.client.resolve(id, 'Gone');
  const tab = await openIncident(number);
  const slider = tab.page.getByRole('slider', { name: 'As it was' });
  await slider.waitFor();
  await tab.page.getByText('Resolved', { exact: true }).first().waitFor();
  await slider.focus();
  await tab.page.keyboard.press('Home');
  await tab.page.getByText('As it was. Nothing can be done here.').waitFor();
  await region(tab, 'Why this severity').getByText('Low', { exact: true }).waitFor();
  expect(await region(tab, 'Timeline').getByText('Taken').count()).toBe(0);
  expect(await tab.button('Reopen').count()).toBe(0);

  const events = Number(await slider.getAttribute('max'));
  for (let step = 1; step < events - 1; step++) await tab.page.keyboard.press('ArrowRight');
  await tab.page.getByText('acknowledged', { exact: false }).first().waitFor();
  await region(tab, 'Timeline').getByText('Taken').waitFor();
  await tab.button('Now').click();
  await tab.button('Reopen').waitFor();
  await region(tab, 'Why this severity').getByText('Critical', { exact: true }).waitFor();
});

test('related incidents say why they belong together, and what else the service had', async () => {
  const earlier = await stage.incident({ service: 'search-api', title: 'Earlier trouble' });
  await stage.client.resolve(earlier.id);
  stage.vigil.advance(20 * 60_000);
  const host = await stage.incident({ service: 'search-api', title: 'Search is slow' });
  const { number, id } = await stage.incident({ title: 'Checkout is slow' });
  const tab = await openIncident(number);
  await tab.button('Merge into…').click();
  const dialog = tab.page.getByRole('dialog');
  await dialog.getByLabel('Number of the other incident').fill(`#${host.number}`);
  await dialog.getByLabel('Why they are one').fill('The same database');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.poll(async () => (await stage.client.incident(id))?.status).toBe('RESOLVED');

  const other = await openIncident(host.number);
  const related = region(other, 'Related incidents');
  const took = related.getByRole('listitem').filter({ hasText: 'Took in' });
  await took.getByRole('link', { name: `#${number} Checkout is slow` }).waitFor();
  await took.getByText('The same database').waitFor();
  await related.getByRole('link', { name: `#${earlier.number} Earlier trouble` }).waitFor();
  await took.getByRole('link').click();
  await other.page.getByRole('heading', { level: 1, name: `#${number} Checkout is slow` }).waitFor();
});

test('an incident can be copied as a link and as Markdown, and silenced with a form that is filled in', async () => {
  const { number } = await stage.incident({ service: 'to-be-shared', title: 'Share me' });
  const tab = await openIncident(number, { permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = () => tab.page.evaluate(() => navigator.clipboard.readText());
  await tab.button('Copy link').click();
  await tab.notice('Link copied').waitFor();
  expect(await copied()).toBe(`${stage.vigil.url}/incidents/${number}`);
  await tab.button('Copy as Markdown').click();
  await tab.notice('Copied as Markdown').waitFor();
  expect(await copied()).toMatch(
    /^\*\*\[#\d+ Share me\]\(http.*\)\*\*\n\n- Severity: .*\n- Status: Open\n- Service: to-be-shared/,
  );
  await tab.button('Silence like this…').click();
  await expect.poll(() => tab.page.url()).toContain('/silences?');
  expect(new URL(tab.page.url()).searchParams.get('matcher')).toBe('service="to-be-shared",title="Share me"');
});

test.each(['light', 'dark'] as const)('axe finds nothing on an incident of the past in %s', async (colorScheme) => {
  const { number, id } = await stage.incident({ title: 'Looked at' });
  await stage.client.acknowledge(id);
  const tab = await openIncident(number, { colorScheme });
  await tab.page.getByRole('slider').focus();
  await tab.page.keyboard.press('Home');
  await tab.page.getByText('As it was. Nothing can be done here.').waitFor();
  expect(await findAxeViolations(tab.page)).toEqual([]);
});
