import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const palette = (tab: Tab) => tab.page.getByRole('dialog', { name: 'Commands' });

async function openPalette(tab: Tab): Promise<void> {
  await tab.page.keyboard.press('Control+k');
  await expectFieldFocused(tab);
}

async function expectFieldFocused(tab: Tab): Promise<void> {
  const field = palette(tab).getByRole('combobox');
  await field.waitFor();
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
}

test('the palette finds a command by words, and acts on the incident that had the focus', async () => {
  const { number } = await stage.incident({ title: 'Found by palette' });
  const tab = await stage.open();
  await tab.card(number, 'Open').focus();
  await openPalette(tab);
  await tab.page.keyboard.type('ackn');
  await palette(tab)
    .getByRole('menuitem', { name: /^Acknowledge/ })
    .waitFor();
  await tab.page.keyboard.press('Enter');
  await tab.card(number, 'Acknowledged').waitFor();
  await expect.poll(() => palette(tab).count()).toBe(0);
});

test('Enter does what was typed before it, however quickly it follows', async () => {
  const { number } = await stage.incident({ title: 'Found in haste' });
  const tab = await stage.open();
  await tab.card(number, 'Open').focus();
  await openPalette(tab);
  await tab.page.keyboard.type('ackn');
  await tab.page.keyboard.press('Enter');
  await tab.card(number, 'Acknowledged').waitFor();
});

test('the palette that a screen reader opens gives its field the focus, also while the page is calm and changes', async () => {
  const { number } = await stage.incident({ service: 'restless' });
  const tab = await stage.open();
  await tab.card(number, 'Open').waitFor();
  // Every element whose style still moves, though nothing is to move.
  await tab.page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const note = ({ target, propertyName }: TransitionEvent) =>
      moved.push(`${propertyName} of ${target instanceof Element ? target.outerHTML.slice(0, 80) : ''}`);
    document.addEventListener('transitionrun', note);
  });
  // As assistive technology clicks: without a pointer.
  const click = (name: string) => tab.button(name).evaluate((button: HTMLElement) => button.click());
  for (let round = 0; round < 3; round++) {
    await stage.incident({ service: 'restless', reportedSeverity: round % 2 === 0 ? 'CRITICAL' : 'LOW' });
    await click('Find or do anything');
    await expectFieldFocused(tab);
    await tab.page.keyboard.press('Escape');
    await expect.poll(() => palette(tab).count()).toBe(0);
  }
  expect(await tab.page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});

test('the palette opens an incident by words of its title, and pages by their names', async () => {
  const { number } = await stage.incident({ title: 'Kaleidoscope is jammed' });
  const tab = await stage.open();
  await tab.card(number, 'Open').waitFor();
  await openPalette(tab);
  await tab.page.keyboard.type('kaleido');
  await palette(tab)
    .getByRole('menuitem', { name: new RegExp(`#${number}`) })
    .click();
  await tab.page.getByRole('heading', { name: `#${number} Kaleidoscope is jammed` }).waitFor();
  await tab.button('Find or do anything').click();
  await expectFieldFocused(tab);
  await tab.page.keyboard.type('go to incidents');
  await palette(tab).getByRole('menuitem', { name: 'Go to Incidents' }).click();
  await tab.page.getByRole('table', { name: 'Incidents' }).waitFor();
});

test('the second key of a sequence does not do what it does alone', async () => {
  const { number } = await stage.incident();
  const tab = await stage.open();
  await tab.card(number, 'Open').focus();
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('i');
  await tab.page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
  expect(await tab.page.getByRole('dialog').count()).toBe(0);
});

test('what the palette does not find it says, and Escape gives the focus back', async () => {
  const { number } = await stage.incident();
  const tab = await stage.open();
  await tab.card(number, 'Open').focus();
  await openPalette(tab);
  await tab.page.keyboard.type('zzz');
  await palette(tab).getByText('Nothing is called that.').waitFor();
  await tab.page.keyboard.press('Escape');
  await tab.page.keyboard.press('Escape');
  await expect.poll(() => palette(tab).count()).toBe(0);
  await expect
    .poll(() => tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(new RegExp(`^#${number} `));
});

test('a key can be changed for another, not for one that is taken, and the change outlives a reload', async () => {
  const { number } = await stage.incident();
  const tab = await stage.open();
  await tab.card(number, 'Open').waitFor();
  await tab.page.keyboard.press('Shift+?');
  const keys = tab.page.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('button', { name: 'Change keys' }).click();
  const acknowledge = keys.getByRole('button', { name: /^Keys for “Acknowledge”/ });
  await acknowledge.click();
  await tab.page.keyboard.press('j');
  await keys.getByRole('alert').getByText('“Next incident” has it').waitFor();
  await acknowledge.click();
  await tab.page.keyboard.press('y');
  await expect.poll(() => acknowledge.textContent()).toBe('y');
  await tab.page.reload();
  await tab.card(number, 'Open').focus();
  await tab.page.keyboard.press('a');
  await tab.page.keyboard.press('y');
  await tab.card(number, 'Acknowledged').waitFor();
  await expect.poll(async () => (await stage.client.incident(String(number)))?.status).toBe('ACKNOWLEDGED');
});

test('Escape leaves a key as it was, also after the first press of what could be a sequence', async () => {
  const tab = await stage.open();
  await tab.page.keyboard.press('Shift+?');
  const keys = tab.page.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('button', { name: 'Change keys' }).click();
  const acknowledge = keys.getByRole('button', { name: /^Keys for “Acknowledge”/ });
  const before = await acknowledge.textContent();
  await tab.page.clock.install();
  await acknowledge.click();
  await tab.page.keyboard.press('w');
  await tab.page.keyboard.press('Escape');
  await tab.page.clock.runFor(2_000);
  expect(await acknowledge.textContent()).toBe(before);
  expect(await tab.page.evaluate(() => window.localStorage.getItem('vigil.keys'))).toBeNull();
});

test('the theme stands in the address, stays from page to page, and holds for whoever gets the link', async () => {
  const tab = await stage.open({ context: { colorScheme: 'light' } });
  const shown = (of: Tab) => of.page.evaluate(() => document.documentElement.dataset.theme);
  await openPalette(tab);
  await tab.page.keyboard.type('dark');
  await tab.page.keyboard.press('Enter');
  await expect.poll(() => tab.page.url()).toContain('theme=dark');
  expect(await shown(tab)).toBe('dark');
  await tab.page.getByRole('link', { name: 'Incidents', exact: true }).click();
  await expect.poll(() => tab.page.url()).toMatch(/\/incidents\?.*theme=dark/);
  const other = await stage.open({ path: '/?theme=dark', context: { colorScheme: 'light' } });
  expect(await shown(other)).toBe('dark');
  await tab.button('Theme: dark').click();
  await expect.poll(() => tab.page.url()).not.toContain('theme=');
  expect(await shown(tab)).toBeUndefined();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the palette and in the list of keys in %s',
  async (colorScheme) => {
    const tab = await stage.open({ context: { colorScheme } });
    await openPalette(tab);
    expect(await findAxeViolations(tab.page)).toEqual([]);
    await tab.page.keyboard.press('Escape');
    await tab.page.keyboard.press('Shift+?');
    await tab.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await findAxeViolations(tab.page)).toEqual([]);
  },
);
