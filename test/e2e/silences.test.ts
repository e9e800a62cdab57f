import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const preview = (tab: Tab) => tab.page.getByRole('region', { name: 'What matches now' });
const silence = (tab: Tab, matchers: string) => tab.page.getByRole('article', { name: matchers, exact: true });
const address = (matcher: string) => `/silences?new=1&matcher=${encodeURIComponent(matcher)}`;

test('a silence is made by keyboard from a link that fills it in, with a preview of what it would hold back', async () => {
  const service = 'payments';
  const { number } = await stage.incident({ service, title: 'Payments are slow', dedupKey: 'slow' });
  const tab = await stage.open({ path: address(`service="${service}"`) });
  await preview(tab).getByText('1 alert fires now and matches').waitFor();
  await preview(tab).getByRole('link', { name: 'Payments are slow' }).waitFor();

  const value = tab.page.getByLabel('Value 1');
  await value.fill('nobody');
  await preview(tab).getByText('Nothing that fires now matches.').waitFor();
  await value.fill(service);
  expect(await tab.button('Silence').isDisabled()).toBe(true);
  await tab.page.getByLabel('Why', { exact: true }).fill('We know');
  await tab.page.getByLabel('Why', { exact: true }).press('Tab');
  await tab.page.keyboard.press('Tab');
  await tab.page.keyboard.press('Enter');
  await tab.notice('Silenced').waitFor();
  await expect.poll(() => new URL(tab.page.url()).search).toBe('');
  await silence(tab, 'service="payments"').getByText('We know').waitFor();

  await stage.client.resolve(String(number));
  const answer = await stage.client.ingest({
    source: 'test',
    service,
    title: 'Payments are slow again',
    dedupKey: 'again',
    reportedSeverity: 'HIGH',
  });
  expect(answer.outcome).toBe('SUPPRESSED');
  await tab.page.getByRole('link', { name: 'Held back now' }).click();
  await tab.page.getByText('Payments are slow again').waitFor();
  await tab.page.getByText(/Silenced by admin until/).waitFor();
});

test('a silence is edited as a copy that ends the earlier one, and ended', async () => {
  const tab = await stage.open({ path: address('service="mail",env=~"prod|stage"') });
  await tab.page.getByLabel('Why', { exact: true }).fill('Moving house');
  await tab.page.getByRole('radio', { name: '4 h' }).click();
  await tab.button('Silence').click();
  const made = silence(tab, 'service="mail", env=~"prod|stage"');
  await made.getByRole('link', { name: 'Edit' }).click();
  expect(await tab.page.getByLabel('Value 2').inputValue()).toBe('prod|stage');
  expect(await tab.page.getByLabel('Why', { exact: true }).inputValue()).toBe('Moving house');
  await tab.page.getByLabel('Value 2').fill('prod');
  await tab.button('Silence').click();
  await tab.notice('Silence replaced').waitFor();
  const copy = silence(tab, 'service="mail", env=~"prod"');
  await copy.waitFor();
  await expect.poll(() => made.count()).toBe(0);
  await copy.getByRole('button', { name: 'End now' }).click();
  await expect.poll(() => copy.count()).toBe(0);
  await tab.page.getByRole('link', { name: /^Expired/ }).click();
  await copy.getByText('ended early by admin').waitFor();
  await copy.getByRole('link', { name: 'Copy' }).waitFor();
});

test('what the server refuses stands at its field, and the form keeps what was typed', async () => {
  const tab = await stage.open({ path: '/silences?new=1' });
  await tab.page.getByLabel('Label 1').fill('service');
  await tab.page.getByLabel('Comparison 1').selectOption('=~');
  await tab.page.getByLabel('Value 1').fill('(');
  await tab.page.getByLabel('Why', { exact: true }).fill('A test');
  await preview(tab)
    .getByText(/is not a regular expression/)
    .waitFor();
  await tab.button('Silence').click();
  await tab.page
    .getByRole('alert')
    .getByText(/is not a regular expression/)
    .waitFor();
  expect(await tab.page.getByLabel('Value 1').getAttribute('aria-invalid')).toBe('true');
  expect(await tab.page.getByLabel('Why', { exact: true }).inputValue()).toBe('A test');
});

test('a recurring maintenance window shows its next openings before and after it is made, and is deleted', async () => {
  const tab = await stage.open();
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('s');
  await tab.page.getByRole('heading', { name: 'Silences' }).waitFor();
  await tab.page.keyboard.press('Shift+N');
  await tab.page.getByLabel('What is being done').fill('Backups');
  await tab.page.getByLabel('Label 1').fill('service');
  await tab.page.getByLabel('Value 1').fill('database');
  await tab.page.getByLabel('Opens', { exact: true }).fill('2030-01-01T02:00');
  await tab.page.getByLabel('Closes').fill('2030-01-01T04:00');
  await tab.page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await tab.page.getByLabel('Repeats').selectOption('Every week');
  await tab.page.getByRole('button', { name: 'Sunday' }).click();
  const openings = tab.page.getByRole('region', { name: 'When it opens' }).getByRole('listitem');
  // Before the day was chosen there were five as well, each on a Tuesday.
  await expect.poll(() => openings.first().textContent()).toMatch(/Sun.*Jan.*6.*02:00.*04:00/);
  expect(await openings.count()).toBe(5);
  await tab.button('Make the window').click();
  const window = tab.page.getByRole('article', { name: 'Backups' });
  await window.getByText('Every Sunday · Europe/Berlin').waitFor();
  await window.getByText(/Jan.*13.*02:00/).waitFor();
  await window.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => window.count()).toBe(0);
});

test('a viewer sees the silences, and which role it takes to make one', async () => {
  const tab = await stage.open({ token: await stage.token('Vera', 'VIEWER'), path: address('service="api"') });
  await preview(tab).getByText('Nothing that fires now matches.').waitFor();
  await tab.page.getByLabel('Why', { exact: true }).fill('May I?');
  expect(await tab.button('Silence').isDisabled()).toBe(true);
  const describedBy = await tab.button('Silence').getAttribute('aria-describedby');
  expect(await tab.page.locator(`[id="${describedBy}"]`).textContent()).toContain('Needs the role RESPONDER');
});

test('a list that cannot be loaded says so, and can be asked for again', async () => {
  const tab = await stage.open({ path: '/explorer' });
  tab.expectFault(/500|Failed to load/);
  await tab.page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SilenceList') ? route.fulfill({ status: 500, body: '{}' }) : route.fallback(),
  );
  await tab.page.evaluate(() => {
    window.history.pushState({}, '', '/silences');
  });
  await tab.page.getByText('The silences could not be loaded.').waitFor();
  await tab.page.unroute('**/graphql');
  await tab.button('Try again').click();
  await tab.page.getByRole('link', { name: /^Active/ }).waitFor();
});

test.each(['light', 'dark'] as const)('axe finds nothing on the views of the page in %s', async (colorScheme) => {
  const context = { colorScheme } as const;
  await stage.incident({ service: 'axe', title: 'Look at me' });
  for (const path of [address('service="axe"'), '/silences?view=maintenance&new=1', '/silences?view=held']) {
    const tab = await stage.open({ path, context });
    await tab.page.getByRole('heading', { level: 1 }).waitFor();
    if (path.includes('matcher')) await preview(tab).getByText('Look at me').waitFor();
    expect(await findAxeViolations(tab.page)).toEqual([]);
    await stage.close(tab);
  }
});

test('nothing is pushed aside at 320 pixels', async () => {
  const context = { viewport: { width: 320, height: 640 } };
  for (const path of [address('service="a-service-with-a-long-name"'), '/silences?view=maintenance&new=1']) {
    const tab = await stage.open({ path, context });
    await tab.page.getByRole('region', { name: 'What matches now' }).waitFor();
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await stage.close(tab);
  }
});
