import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('an incident can be found, acknowledged, put back, acknowledged again and resolved without a mouse', async () => {
  const { number } = await stage.incident({ title: 'Only by keyboard', reportedSeverity: 'CRITICAL' });
  const tab = await stage.open();
  const { keyboard } = tab.page;
  await tab.card(number, 'Open').waitFor();

  await keyboard.press('j');
  await expect
    .poll(() => tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(`#${number} Only by keyboard`);
  await keyboard.press('a');
  await tab.card(number, 'Acknowledged').waitFor();
  await tab.notice(`Acknowledged #${number}`).waitFor();

  await keyboard.press('z');
  await tab.card(number, 'Open').waitFor();
  await tab.notice(`#${number} is open again`).waitFor();
  await expect.poll(async () => (await stage.client.incident(String(number)))?.status).toBe('OPEN');

  await tab.card(number, 'Open').focus();
  await keyboard.press('a');
  await tab.notice(`Acknowledged #${number}`).waitFor();
  await tab.card(number, 'Acknowledged').focus();
  await keyboard.press('r');
  await tab.card(number, 'Resolved').waitFor();
  await expect.poll(async () => (await stage.client.incident(String(number)))?.status).toBe('RESOLVED');
});

test('j and k move through a column, h and l to the next one, o opens and g b comes back', async () => {
  await stage.incident({ title: 'First' });
  const second = await stage.incident({ title: 'Second' });
  const held = await stage.incident({ title: 'In hand' });
  await stage.client.acknowledge(held.id);
  const tab = await stage.open();
  const { keyboard } = tab.page;
  const focused = () => tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await tab.card(second.number, 'Open').waitFor();
  await tab.card(held.number, 'Acknowledged').waitFor();

  const open = tab.column('Open').getByRole('article');
  const [top, next] = await open.evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')));

  await keyboard.press('j');
  await expect.poll(focused).toBe(top);
  await keyboard.press('j');
  await expect.poll(focused).toBe(next);
  await keyboard.press('k');
  await expect.poll(focused).toBe(top);
  await keyboard.press('l');
  await expect.poll(focused).toBe(`#${held.number} In hand`);
  await keyboard.press('h');
  await expect.poll(focused).toBe(top);

  await keyboard.press('l');
  await keyboard.press('o');
  await tab.page.getByRole('heading', { level: 2, name: `#${held.number} In hand` }).waitFor();
  await keyboard.press('g');
  await keyboard.press('b');
  await tab.column('Open').waitFor();
});

test('keys do nothing while somebody types, and / goes to the search', async () => {
  const { number } = await stage.incident({ title: 'Needle in the haystack' });
  const other = await stage.incident({ title: 'Something else' });
  const tab = await stage.open();
  await tab.card(number, 'Open').waitFor();
  await tab.page.keyboard.press('/');
  await tab.page.keyboard.type('haystack');
  await expect.poll(() => tab.card(other.number).count()).toBe(0);
  expect(await tab.card(number, 'Open').count()).toBe(1);
  expect((await stage.client.incident(String(number)))?.status).toBe('OPEN');
  await expect.poll(() => tab.page.url()).toContain('q=haystack');
});

test('the keys are listed by ?, and can be switched off', async () => {
  const { number } = await stage.incident();
  const tab = await stage.open();
  await tab.card(number, 'Open').waitFor();
  await tab.page.keyboard.press('Shift+?');
  const dialog = tab.page.getByRole('dialog', { name: 'Keys' });
  await dialog.getByLabel('Single keys do something on this page').uncheck();
  await tab.page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  await tab.card(number, 'Open').focus();
  await tab.page.keyboard.press('a');
  expect((await stage.client.incident(String(number)))?.status).toBe('OPEN');
  expect(await tab.card(number, 'Open').count()).toBe(1);
});

test('the focus goes on to the next card when its own leaves the column', async () => {
  const [one, two] = [await stage.incident({ title: 'One' }), await stage.incident({ title: 'Two' })];
  const tab = await stage.open();
  await tab.card(two.number, 'Open').waitFor();
  await tab.card(one.number, 'Open').focus();
  await tab.page.keyboard.press('r');
  await tab.card(one.number, 'Resolved').waitFor();
  await expect
    .poll(() => tab.page.evaluate(() => document.activeElement?.closest('article')?.getAttribute('aria-label')))
    .toMatch(/^#\d+ /);
});

test('an incident is acknowledged, noted on and resolved by keyboard alone, in the grid and in its panel', async () => {
  const { number, id } = await stage.incident({ title: 'Hands on the keys', reportedSeverity: 'CRITICAL' });
  const tab = await stage.open({ path: '/?view=grid&q=hands' });
  const { keyboard } = tab.page;
  const row = tab.page.getByRole('row', { name: new RegExp(`^#${number} `) });
  await row.waitFor();
  await keyboard.press('j');
  await keyboard.press('a');
  await tab.notice(`Acknowledged #${number}`).waitFor();
  await keyboard.press('e');
  await tab.page.getByRole('dialog', { name: `Note on #${number}` }).waitFor();
  await keyboard.type('Restarted it');
  await keyboard.press('Control+Enter');
  await expect.poll(() => tab.page.getByRole('dialog').count()).toBe(0);
  // The focus goes back a frame later.
  await expect.poll(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await keyboard.press('o');
  const panel = tab.page.getByRole('complementary', { name: `Incident #${number}` });
  await panel.getByText('Restarted it').waitFor();
  await keyboard.press('r');
  await tab.notice(`Resolved #${number}`).waitFor();
  await keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  const incident = await stage.client.incident(id);
  expect(incident?.status).toBe('RESOLVED');
  expect(incident?.timeline.nodes.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['ACKNOWLEDGED', 'NOTE_ADDED', 'RESOLVED']),
  );
});

test('a click into the search takes the focus from a card, also where that lets the held order go', async () => {
  const { number } = await stage.incident({ title: 'Held', reportedSeverity: 'LOW' });
  const tab = await stage.open();
  await tab.card(number, 'Open').focus();
  await stage.incident({ title: 'Comes above it', reportedSeverity: 'CRITICAL' });
  await tab.column('Open').getByRole('button', { name: /new/ }).waitFor();
  await tab.page.getByRole('searchbox').click();
  await tab.page.keyboard.type('held');
  await expect.poll(() => tab.page.getByRole('searchbox').inputValue()).toBe('held');
});
