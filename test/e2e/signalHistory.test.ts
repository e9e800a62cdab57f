import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();
const signal = { title: 'Latency is high', service: 'with-a-past' } as const;

test('a board that was just opened shows how the signals came before, on cards and in the grid, and goes on with it', async () => {
  const { number } = await stage.incident(signal);
  for (let count = 0; count < 3; count++) await stage.incident(signal);
  const tab = await stage.open();
  const card = tab.card(number, 'Open');
  await card.getByRole('img', { name: '4 signals in the last hour' }).waitFor();
  await stage.incident(signal);
  await card.getByRole('img', { name: '5 signals in the last hour' }).waitFor();
  await tab.page.keyboard.press('v');
  const row = tab.page.getByRole('grid', { name: 'Incidents' }).getByRole('row', { name: new RegExp(`^#${number} `) });
  await row.getByRole('img', { name: '5 signals in the last hour' }).waitFor();
  await tab.page.reload();
  await row.getByRole('img', { name: '5 signals in the last hour' }).waitFor();
});

test('of hundreds only those in sight are asked for', async () => {
  await stage.client.ingestAll(
    Array.from({ length: 250 }, (_, place) => ({
      source: 'test',
      service: `crowd-${place}`,
      title: 'One of many',
      reportedSeverity: 'HIGH' as const,
    })),
  );
  const asked: number[] = [];
  const tab = await stage.open({ path: '/?view=grid' });
  tab.page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('SignalHistories')) asked.push(JSON.parse(body).variables.filter.id.length);
  });
  const grid = tab.page.getByRole('grid', { name: 'Incidents' });
  await grid.getByRole('row').nth(1).waitFor();
  await tab.page.reload();
  await grid
    .getByRole('img', { name: /in the last hour$/ })
    .first()
    .waitFor();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(60);
});
