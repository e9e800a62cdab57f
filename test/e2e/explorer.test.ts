import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('the explorer runs the first query, served by this server alone and within its content security policy', async () => {
  const { number } = await stage.incident({ title: 'Seen in the explorer' });
  const tab = await stage.open({ path: '/explorer' });
  await tab.page.getByRole('button', { name: /Execute query/ }).click();
  const answer = tab.page.getByRole('region', { name: 'Operation Editor' }).or(tab.page.locator('body'));
  await expect.poll(() => answer.first().innerText(), { timeout: 15_000 }).toContain('Seen in the explorer');
  expect(await tab.page.locator('body').innerText()).toContain(String(number));
});
