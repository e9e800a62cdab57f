import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const grid = (tab: Tab) => tab.page.getByRole('grid', { name: 'Incidents' });
const row = (tab: Tab, number: number) => grid(tab).getByRole('row', { name: new RegExp(`^#${number} `) });
const focused = (tab: Tab) =>
  tab.page.evaluate(() => document.activeElement?.closest('[data-incident]')?.getAttribute('aria-label'));

test('the grid shows the same incidents, stands in the address, and Back returns to the columns', async () => {
  const { number } = await stage.incident({ title: 'In both views', reportedSeverity: 'CRITICAL' });
  const tab = await stage.open();
  await tab.card(number, 'Open').waitFor();
  await tab.page.keyboard.press('v');
  await row(tab, number).waitFor();
  expect(tab.page.url()).toContain('view=grid');
  expect(await grid(tab).getAttribute('aria-rowcount')).toBe(
    String((await stage.client.incidents({ first: 0 })).totalCount + 1),
  );
  for (const text of ['Critical', `#${number}`, 'In both views', 'Open', 'nobody']) {
    await row(tab, number).getByText(text, { exact: true }).first().waitFor();
  }
  await tab.page.goBack();
  await tab.card(number, 'Open').waitFor();
});

test('a heading sorts, turns round, and the order stands in the address', async () => {
  await stage.incident({ title: 'First of all', service: 'aaa' });
  await stage.incident({ title: 'Last of all', service: 'zzz' });
  const tab = await stage.open({ path: '/?view=grid' });
  const first = () => grid(tab).getByRole('row').nth(1).getAttribute('aria-label');
  const heading = grid(tab).getByRole('columnheader', { name: 'Service' });
  await heading.getByRole('button').click();
  await expect.poll(first).toMatch(/First of all/);
  expect(await heading.getAttribute('aria-sort')).toBe('ascending');
  await heading.getByRole('button').click();
  await expect.poll(() => tab.page.url()).toContain('sort=-service');
  await tab.page.mouse.move(0, 0);
  await tab.page.reload();
  await expect.poll(first).toMatch(/Last of all/);
});

test('of hundreds only what is in sight is rendered, and the focus stays on its incident while it is scrolled away', async () => {
  const results = await stage.client.ingestAll(
    Array.from({ length: 300 }, (_, n) => ({
      source: 'test',
      service: `many-${n}`,
      title: `One of many ${n}`,
      reportedSeverity: 'HIGH' as const,
    })),
  );
  expect(results.accepted).toBe(300);
  const tab = await stage.open({ path: '/?view=grid&q=many' });
  await expect.poll(() => grid(tab).getAttribute('aria-rowcount')).toBe('301');
  expect(await grid(tab).getByRole('row').count()).toBeLessThanOrEqual(60);
  await grid(tab).getByRole('row').nth(1).focus();
  const name = await focused(tab);
  await grid(tab).evaluate((element) => element.scrollTo({ top: 6_000 }));
  await expect.poll(() => grid(tab).getByRole('row').nth(20).getAttribute('aria-rowindex')).not.toBe('21');
  expect(await focused(tab)).toBe(name);
  await tab.page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(tab)).not.toBe(name);
  await tab.page.keyboard.press('End');
  await expect.poll(() => tab.page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('301');

  const columns = await stage.open({ path: '/?q=one%20of' });
  await columns.column('Open').getByText('300', { exact: true }).waitFor();
  expect(await columns.page.getByRole('article').count()).toBeLessThanOrEqual(60);

  // Also where nothing happens that would draw them again.
  await columns.page.getByText('Grid', { exact: true }).click();
  await grid(columns).getByRole('row').nth(5).waitFor();
  await columns.page.getByText('Columns', { exact: true }).click();
  await columns.page.getByRole('article').first().waitFor();
});
