import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('the first rate of signals is what the server counted before the board was opened', async () => {
  const signal = { source: 'test', service: 'busy', title: 'Latency is high', reportedSeverity: 'HIGH' } as const;
  await stage.client.ingestAll(Array.from({ length: 600 }, () => signal));
  const tab = await stage.visit(stage.vigil.url);
  // Every figure that the summary ever shows, from the first moment on.
  await tab.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenRates: seen });
    const look = () => {
      const text = document.querySelector('section[aria-label="Summary"]')?.textContent ?? '';
      const rate = /Signals([\d.]*)/.exec(text)?.[1];
      if (rate !== undefined && seen.at(-1) !== rate) seen.push(rate);
      requestAnimationFrame(look);
    };
    look();
  });
  // From elsewhere: else only the hash would change, and the page with the look in it would never be loaded.
  await tab.page.goto('about:blank');
  await tab.page.goto(`${stage.vigil.url}/#token=${encodeURIComponent(stage.vigil.token)}`);
  const summary = tab.page.getByRole('region', { name: 'Summary' });
  await expect.poll(() => summary.textContent()).toMatch(/Signals[\d.]+\/s/);
  const seen = await tab.page.evaluate(() => (window as unknown as { seenRates: string[] }).seenRates);
  const [first] = seen.filter((text) => text !== '');
  // 600 signals within the last one to two minutes.
  expect(Number(first)).toBeGreaterThan(4);
  expect(Number(first)).toBeLessThanOrEqual(10.5);
});
