import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const panel = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });

/** How many pixels of a chart have colour. */
async function inkOf(chart: Locator): Promise<number> {
  return await chart.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement) || element.width * element.height === 0) return 0;
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    let ink = 0;
    for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 0) ink += 1;
    return ink;
  });
}

test('where nothing was acknowledged or resolved the panels say so and show no zero', async () => {
  await stage.incident({ title: 'Only opened' });
  const tab = await stage.open();
  await panel(tab, 'Response').getByText('No incident was acknowledged in this range.').waitFor();
  await panel(tab, 'Response').getByText('No incident was resolved in this range.').waitFor();
  expect(await panel(tab, 'Response').textContent()).not.toMatch(/\d/);
});

test('counts, response times and charts follow what happens', async () => {
  const tab = await stage.open();
  const { opened } = await stage.client.metrics({ range: lastHour() });
  const incidents = [
    await stage.incident({ reportedSeverity: 'CRITICAL' }),
    await stage.incident({ reportedSeverity: 'HIGH' }),
    await stage.incident({ reportedSeverity: 'MEDIUM' }),
  ];
  const [first, second] = incidents;
  await panel(tab, 'Incidents')
    .getByText(`${opened + 3} opened`)
    .waitFor();
  await stage.client.acknowledge(first?.id ?? '');
  await stage.client.resolve(first?.id ?? '');
  await stage.client.resolve(second?.id ?? '');

  const response = panel(tab, 'Response');
  await expect.poll(() => response.textContent()).toMatch(/MTTA.*n1 of \d+.*MTTR.*n2 of \d+/);
  await expect.poll(() => panel(tab, 'Incidents').textContent()).toMatch(/Acknowledged1Resolved2/);
  const { mtta, mttr } = await stage.client.metrics({ range: lastHour() });
  expect([mtta.n, mttr.n]).toEqual([1, 2]);

  for (const name of ['Severity', 'Trend']) {
    await expect.poll(() => inkOf(panel(tab, name).getByRole('img')), { timeout: 10_000 }).toBeGreaterThan(200);
  }
  const figures = panel(tab, 'Severity').getByRole('table');
  await expect.poll(() => figures.textContent()).toMatch(/Critical.*1/);
});

test('the range can be chosen, stands in the address and is kept over a reload', async () => {
  const tab = await stage.open();
  const range = tab.page.getByRole('radiogroup', { name: 'Range of the figures' });
  await range.getByRole('radio', { name: 'the last 7 days' }).click();
  await expect.poll(() => tab.page.url()).toContain('range=7d');
  await tab.page.reload();
  await expect.poll(() => range.getByRole('radio', { name: 'the last 7 days' }).isChecked()).toBe(true);
  await panel(tab, 'Trend').getByText('opened per day', { exact: true }).waitFor();
});

function lastHour() {
  return { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
}
