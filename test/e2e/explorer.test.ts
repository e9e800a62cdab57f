import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('the explorer runs the first query, served by this server alone and within its content security policy', async () => {
  const { number } = await stage.incident({ title: 'Explorable' });
  const tab = await stage.open({ path: '/explorer' });
  await tab.page.getByRole('region', { name: 'Operation Editor' }).getByText('totalCount').waitFor();
  await tab.page.getByRole('button', { name: /^Execute query/ }).click();
  const result = tab.page.getByRole('region', { name: 'Result Window' });
  await expect.poll(() => result.textContent(), { timeout: 15_000 }).toContain('"Explorable"');
  expect(await result.textContent()).toMatch(new RegExp(`"number":\\s${number}`));
});

test('a subscription in the explorer shows what happens as it happens', async () => {
  const tab = await stage.open({ path: '/explorer' });
  const line = tab.page.getByRole('region', { name: 'Operation Editor' }).getByText('totalCount');
  await line.click();
  await tab.page.keyboard.press('Control+a');
  await tab.page.keyboard.insertText('subscription Watch { incidentChanged { kind incident { title } } }');
  // The tab takes its name from what GraphiQL has read.
  await tab.page.getByRole('tab', { name: 'Watch' }).waitFor();
  await tab.page.keyboard.press('Control+Enter');
  const result = tab.page.getByRole('region', { name: 'Result Window' });
  await expect
    .poll(
      async () => {
        await stage.incident({ title: 'Pushed' });
        return result.textContent();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toMatch(/"OPENED"[\s\S]*"Pushed"/);
});
