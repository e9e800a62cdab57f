import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage({ demo: true });

test('a server that plays its demo is marked on every page, and hints at the keys once something is critical', async () => {
  const tab = await stage.open();
  const mark = tab.page.getByRole('banner').getByText('DEMO', { exact: true });
  await mark.waitFor();
  const hint = tab.page.getByText('to take the most urgent');
  expect(await hint.count()).toBe(0);
  const { number } = await stage.incident({ reportedSeverity: 'CRITICAL', confidence: 1 });
  await hint.waitFor();
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('a');
  await tab.card(number, 'Acknowledged').waitFor();
  await expect.poll(() => hint.count()).toBe(0);
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('i');
  await tab.page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
  expect(await mark.count()).toBe(1);
});

test('the summary tells signals a second and the share of noise', async () => {
  // Where it is noon: at midnight a day begins that knows of no signal yet.
  const hoursToNoon = 12 - new Date().getUTCHours();
  const timezoneId = `Etc/GMT${hoursToNoon > 0 ? '-' : '+'}${Math.abs(hoursToNoon)}`;
  const tab = await stage.open({ context: { timezoneId } });
  const summary = tab.page.getByRole('region', { name: 'Summary' });
  await expect.poll(() => summary.textContent(), { timeout: 15_000 }).toMatch(/Signals[\d.]+\/s/);
  await expect.poll(() => summary.textContent()).toMatch(/Noise today[\d.]+%/);
});
