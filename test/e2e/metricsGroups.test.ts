import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import { responseHistory, storeResponseHistory } from '../support/responseHistory.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage({ policy: 'load-v2' });
const context = { timezoneId: 'Europe/Berlin', locale: 'en-GB' };

beforeAll(async () => {
  await storeResponseHistory(stage.vigil.app.database.sql, responseHistory({ days: 62, untilMs: Date.now() }));
});

const section = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });
const table = (tab: Tab, by: string) => section(tab, `By ${by}`).getByRole('table');
const list = (tab: Tab) => tab.page.getByRole('dialog');

async function openMetrics(search = '', more: object = {}): Promise<Tab> {
  const tab = await stage.open({ path: `/metrics${search}`, context: { ...context, ...more } });
  await section(tab, 'Time to resolve').waitFor();
  return tab;
}

/** What a column of a table says, from its top. */
async function column(rows: Locator, index: number): Promise<string[]> {
  return await rows
    .locator('tbody tr')
    .evaluateAll((all, place) => all.map((row) => row.children[place]?.textContent ?? ''), index);
}

/** What is saved when a choice of a menu is taken. */
async function saved(tab: Tab, menu: string, choice: string): Promise<{ name: string; content: Buffer }> {
  await tab.button(menu).click();
  const [download] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('menuitem', { name: choice }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** All of the page, with the names of their files. */
const panels = [
  ['Incidents', 'vigil-incidents'],
  ['Time to acknowledge', 'vigil-mtta'],
  ['Time to resolve', 'vigil-mttr'],
  ['Time to respond', 'vigil-timeToRespond'],
  ['Incidents by severity', 'vigil-severity'],
  ['Hours of the week', 'vigil-hours'],
  ['By service', 'vigil-by-service'],
  ['Service level', 'vigil-service-level'],
  ['Noise', 'vigil-noise'],
  ['Noisiest alerts', 'vigil-noisiest'],
] as const;

/** How many colours a picture has: an empty one has few. */
async function coloursIn(tab: Tab, png: Buffer): Promise<number> {
  return await tab.page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(data.buffer)).size;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

test('the table is sorted by any column, either way, and its order stands in the address', async () => {
  const tab = await openMetrics();
  const rows = table(tab, 'service');
  await rows.getByText('checkout').waitFor();
  const counts = (await column(rows, 2)).map(Number);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  await rows.getByRole('button', { name: 'Service' }).click();
  const names = (await column(rows, 0)).toSorted((a, b) => a.localeCompare(b));
  await expect.poll(() => column(rows, 0)).toEqual(names);
  await rows.getByRole('button', { name: 'Service' }).click();
  await expect.poll(() => column(rows, 0)).toEqual(names.toReversed());
  await expect.poll(() => new URL(tab.page.url()).searchParams.get('sort')).toBe('-name');
  expect(await rows.getByRole('columnheader', { name: 'Service' }).getAttribute('aria-sort')).toBe('descending');
});

test('the same figures by severity, source, responder and label each open their incidents', async () => {
  const tab = await openMetrics('?range=7d');
  for (const [by, place] of [
    ['Severity', 2],
    ['Source', 1],
    ['Responder', 1],
  ] as const) {
    await tab.page.getByRole('radiogroup', { name: 'By what' }).getByRole('radio', { name: by }).click();
    const rows = table(tab, by.toLowerCase());
    await rows.waitFor();
    const [count] = await column(rows, place);
    await rows.locator('tbody tr').first().getByRole('link').first().click();
    await list(tab)
      .getByText(new RegExp(`^${count} incidents?`))
      .waitFor();
    await tab.page.keyboard.press('Escape');
    await list(tab).waitFor({ state: 'detached' });
  }
  await tab.page.getByRole('radio', { name: 'Label' }).click();
  await section(tab, 'By label').getByText('Name a label').waitFor();
  await tab.page.getByLabel("Label's name").fill('team');
  await table(tab, 'label').getByText('commerce').waitFor();
  expect(new URL(tab.page.url()).searchParams.get('labelName')).toBe('team');
});

test('incidents that nobody took are a row, which opens them', async () => {
  const tab = await openMetrics('?by=responder');
  const row = table(tab, 'responder').getByRole('row', { name: /^nobody/ });
  const opened = row.getByRole('link').first();
  const count = await opened.textContent();
  await opened.click();
  await list(tab).getByText('nobody').waitFor();
  await list(tab)
    .getByText(new RegExp(`^${count} incidents?`))
    .waitFor();
});

test('figures are saved as CSV with their units, and the page as a PNG', async () => {
  const tab = await openMetrics('?range=7d');
  const whole = await saved(tab, 'Export', 'All figures as CSV');
  expect(whole.name).toBe('vigil-metrics.csv');
  const lines = whole.content.toString('utf8').replace(/\r\n$/, '').split('\r\n');
  expect(lines[0]).toMatch(/^\u{feff}from,to,opened,opened_critical,.*mtta_mean_seconds,mtta_p50_seconds/u);
  expect(lines).toHaveLength(8);
  await section(tab, 'Time to resolve').getByRole('slider').waitFor();
  const picture = await saved(tab, 'Export', 'Whole page as PNG');
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.content.readUInt32BE(20)).toBeGreaterThan(600);
  const groups = await saved(tab, 'More about By service', 'Save as CSV');
  expect(groups.content.toString('utf8')).toMatch(/service,opened,.*\r\ncheckout,|\r\n[\w-]+,\d+/);
});

test.each(['light', 'dark'] as const)(
  'each panel is saved as CSV and, as it is shown, as PNG in %s',
  async (colorScheme) => {
    const tab = await openMetrics('?range=7d', { colorScheme, deviceScaleFactor: 2 });
    await section(tab, 'Time to resolve').getByRole('slider').waitFor();
    await table(tab, 'service').waitFor();
    for (const [name, file] of panels) {
      const picture = await saved(tab, `More about ${name}`, 'Save as PNG');
      expect([picture.name, picture.content.subarray(0, 8)]).toEqual([`${file}.png`, pngSignature]);
      const box = await section(tab, name).boundingBox();
      // The panel at two points a pixel, with its frame and the heading above.
      const [width, height] = [picture.content.readUInt32BE(16), picture.content.readUInt32BE(20)];
      expect(Math.abs(width - 2 * ((box?.width ?? 0) + 48))).toBeLessThanOrEqual(4);
      expect(Math.abs(height - 2 * ((box?.height ?? 0) + 80))).toBeLessThanOrEqual(4);
      expect(await coloursIn(tab, picture.content)).toBeGreaterThan(20);
      const csv = await saved(tab, `More about ${name}`, 'Save as CSV');
      expect(csv.name).toBe(`${file}.csv`);
      expect(csv.content.toString('utf8').split('\r\n').length).toBeGreaterThan(2);
    }
  },
);

test('a chart that is shown as a table is saved as that', async () => {
  const tab = await openMetrics('?range=7d');
  await tab.button('More about Time to resolve').click();
  await tab.page.getByRole('menuitem', { name: 'Show as a table' }).click();
  const picture = await saved(tab, 'More about Time to resolve', 'Save as PNG');
  expect(picture.content.subarray(0, 8)).toEqual(pngSignature);
});

test('a chart is shown as a table whose rows open their incidents, and always has one for screen readers', async () => {
  const tab = await openMetrics('?range=7d');
  const mtta = section(tab, 'Time to acknowledge');
  expect(await mtta.getByRole('table').getByRole('row').count()).toBe(8);
  await tab.button('More about Time to acknowledge').click();
  await tab.page.getByRole('menuitem', { name: 'Show as a table' }).click();
  const row = mtta.getByRole('row').nth(2);
  const n = await row.getByRole('cell').nth(4).textContent();
  await row.getByRole('link').click();
  await list(tab)
    .getByText(new RegExp(`^${n} incidents?`))
    .waitFor();
});

test('a noisy alert is silenced and grouped from where it stands', async () => {
  const tab = await openMetrics();
  const noisy = section(tab, 'Noisiest alerts').locator('tbody tr').first();
  const title = (await noisy.getByRole('rowheader').getByRole('link').first().textContent()) ?? '';
  expect(await noisy.getByRole('link', { name: 'Group' }).getAttribute('href')).toBe('/policies?edit=1');
  await noisy.getByRole('link', { name: 'Silence' }).click();
  await tab.page.getByRole('heading', { name: 'Silences' }).waitFor();
  expect(await tab.page.getByLabel('Value 2').inputValue()).toBe(title);
});

test('the service level says what was in time, against its target, and opens what was and what was not', async () => {
  const tab = await openMetrics();
  const row = section(tab, 'Service level').getByRole('row', { name: /^High/ });
  expect(await row.textContent()).toMatch(/^High15 min[\d.]+%of 95%.*\d+ met\d+.*(left|overdrawn)/);
  const met = row.getByRole('link', { name: / met$/ });
  const missed = row.getByRole('cell').nth(2).getByRole('link').first();
  for (const [link, name] of [
    [missed, 'Acknowledged late, or overdue'],
    [met, 'Acknowledged in time'],
  ] as const) {
    const count = Number.parseInt((await link.textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(0);
    await link.click();
    await list(tab).getByRole('heading', { name }).waitFor();
    await list(tab)
      .getByText(new RegExp(`^${count} incidents?$`))
      .waitFor();
    await tab.page.keyboard.press('Escape');
    await list(tab).waitFor({ state: 'detached' });
  }
});

test.each(['light', 'dark'] as const)('axe finds nothing in %s, with a list open too', async (colorScheme) => {
  const tab = await openMetrics('?range=7d', { colorScheme });
  await section(tab, 'Time to respond').getByRole('slider').waitFor();
  await table(tab, 'service').getByText('checkout').waitFor();
  expect(await findAxeViolations(tab.page)).toEqual([]);
  await tab.button('More about Time to resolve').click();
  await tab.page.getByRole('menuitem', { name: 'Show as a table' }).click();
  await section(tab, 'Time to resolve')
    .getByRole('link', { name: /\d{4}$/ })
    .first()
    .click();
  await list(tab)
    .getByText(/incidents?$/)
    .first()
    .waitFor();
  expect(await findAxeViolations(tab.page)).toEqual([]);
});

test('nothing is pushed aside at 320 and 390 pixels', async () => {
  for (const width of [320, 390]) {
    const tab = await openMetrics('?range=7d', { viewport: { width, height: 800 } });
    await section(tab, 'Time to respond').getByRole('slider').waitFor();
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await stage.close(tab);
  }
});
