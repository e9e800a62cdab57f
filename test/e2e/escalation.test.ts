import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('the third critical incident within five minutes raises the banner on every page, which goes when they are over', async () => {
  const tab = await stage.open();
  const other = await stage.open({ path: '/incidents' });
  const banner = tab.page.getByRole('alert', { name: 'System escalation' });
  for (let n = 1; n <= 2; n++) {
    const { number } = await stage.incident({ title: `Outage ${n}`, reportedSeverity: 'CRITICAL' });
    await tab.card(number, 'Open').waitFor();
  }
  expect(await banner.count()).toBe(0);

  const { number, id } = await stage.incident({ title: 'Outage 3', reportedSeverity: 'CRITICAL' });
  await banner.waitFor();
  const { escalationActive, message } = await stage.client.status();
  expect(escalationActive).toBe(true);
  expect(await banner.getByRole('paragraph').textContent()).toBe(message);
  await other.page.getByRole('alert', { name: 'System escalation' }).getByText(message).waitFor();
  await tab.page
    .locator('[aria-live=assertive]')
    .getByText(/critical/i)
    .waitFor({ state: 'attached' });
  expect((await stage.client.incident(id))?.escalations).toMatchObject([{ step: 0, factor: 'systemic' }]);

  await banner.getByRole('link', { name: 'Show critical incidents' }).click();
  await expect.poll(() => tab.page.url()).toContain('severity=CRITICAL');
  expect(await tab.card(number, 'Open').count()).toBe(1);

  stage.vigil.advance(5 * 60_000 + 1_000);
  await expect.poll(() => banner.count(), { timeout: 15_000 }).toBe(0);
});
