import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const panel = (tab: Tab, number: number) => tab.page.getByRole('complementary', { name: `Incident #${number}` });

test('a card opens its incident beside the board, in the address; Escape and Back close it', async () => {
  const one = await stage.incident({ title: 'Beside the board' });
  const two = await stage.incident({ title: 'Another one' });
  const tab = await stage.open();
  await tab.card(one.number).getByRole('link').click();
  await panel(tab, one.number)
    .getByRole('heading', { level: 2, name: `#${one.number} Beside the board` })
    .waitFor();
  expect(tab.page.url()).toContain(`incident=${one.number}`);
  expect(await tab.card(two.number).count()).toBe(1);

  await tab.card(two.number).focus();
  await tab.page.keyboard.press('o');
  await panel(tab, two.number)
    .getByRole('heading', { name: `#${two.number} Another one` })
    .waitFor();
  await tab.page.goBack();
  await expect.poll(() => tab.page.getByRole('complementary').count()).toBe(0);

  await tab.page.goForward();
  await panel(tab, two.number).waitFor();
  await tab.page.keyboard.press('Escape');
  await expect.poll(() => tab.page.url()).not.toContain('incident=');
});

test('keys act on the incident in the panel while the focus is in it', async () => {
  const { number } = await stage.incident({ title: 'Keys in the panel' });
  const tab = await stage.open({ path: `/?incident=${number}` });
  await panel(tab, number).getByRole('heading', { level: 2 }).first().waitFor();
  await panel(tab, number).getByRole('button', { name: 'Close' }).focus();
  await tab.page.keyboard.press('a');
  await tab.card(number, 'Acknowledged').waitFor();
  await tab.page.keyboard.press('e');
  await tab.page.keyboard.type('Written in the panel');
  await tab.page.keyboard.press('Control+Enter');
  await panel(tab, number).getByRole('listitem').filter({ hasText: 'Written in the panel' }).waitFor();
});

test('the list opens its incidents beside, too, and has the same keys', async () => {
  const one = await stage.incident({ title: 'Listed first' });
  const two = await stage.incident({ title: 'Listed second' });
  const tab = await stage.open({ path: '/incidents?q=listed&order=OPENED_AT_ASC' });
  await tab.page.getByRole('link', { name: `#${one.number} Listed first` }).waitFor();
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('o');
  await panel(tab, two.number)
    .getByRole('heading', { name: `#${two.number} Listed second` })
    .waitFor();
  expect(tab.page.url()).toContain('q=listed');
  await tab.page.keyboard.press('k');
  await tab.page.keyboard.press('a');
  await tab.notice(`Acknowledged #${one.number}`).waitFor();
  expect((await stage.client.incident(one.id))?.status).toBe('ACKNOWLEDGED');
});

test('where there is no room beside, a card opens the page', async () => {
  const { number } = await stage.incident({ title: 'On a phone' });
  const tab = await stage.open({ context: { viewport: { width: 390, height: 844 } } });
  await tab.card(number, 'Open').getByRole('link').click();
  await tab.page.getByRole('heading', { level: 1, name: `#${number} On a phone` }).waitFor();
  expect(new URL(tab.page.url()).pathname).toBe(`/incidents/${number}`);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in a panel, a selection and the grid in %s',
  async (colorScheme) => {
    const { number } = await stage.incident({ title: 'To be looked at' });
    const context = { colorScheme } as const;
    const tab = await stage.open({ path: `/?incident=${number}`, context });
    await panel(tab, number).getByRole('heading', { level: 2 }).first().waitFor();
    await tab.card(number, 'Open').getByRole('checkbox').click();
    expect(await findAxeViolations(tab.page)).toEqual([]);
    await stage.close(tab);
    const grid = await stage.open({ path: '/?view=grid', context });
    await grid.page.getByRole('grid').getByRole('row').nth(1).waitFor();
    expect(await findAxeViolations(grid.page)).toEqual([]);
  },
);

test('on a phone one column is shown, chosen by its tab, and the grid shows what matters', async () => {
  const open = await stage.incident({ title: 'Still open' });
  const over = await stage.incident({ title: 'Over already' });
  await stage.client.resolve(over.id);
  const context = { viewport: { width: 390, height: 844 } };
  const tab = await stage.open({ context });
  await tab.card(open.number, 'Open').waitFor();
  expect(await tab.card(over.number).count()).toBe(0);
  await tab.page
    .getByRole('group', { name: 'Column to show' })
    .getByRole('button', { name: /Resolved/ })
    .click();
  await tab.card(over.number, 'Resolved').waitFor();
  expect(await tab.card(open.number).count()).toBe(0);
  await stage.close(tab);
  const grid = await stage.open({ path: '/?view=grid', context });
  const row = grid.page.getByRole('row', { name: new RegExp(`^#${open.number} `) });
  await row.getByRole('button', { name: `Acknowledge #${open.number}` }).waitFor();
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(40);
  expect(await row.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});
