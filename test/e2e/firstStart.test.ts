import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('a board that never got a signal gives a line for the shell that works, and a button that sends one', async () => {
  const tab = await stage.open();
  const start = tab.page.getByRole('region', { name: 'Getting started' });
  await start.getByText('No signal has been received yet').waitFor();
  const line = (await start.locator('pre').first().textContent()) ?? '';
  expect(line).toMatch(new RegExp(`^curl -sS ${stage.vigil.url}/graphql`));
  expect(line).toContain('$VIGIL_TOKEN');
  expect(await start.locator('pre').last().textContent()).toContain(`createVigilClient({ url: '${stage.vigil.url}'`);

  await start.getByRole('button', { name: 'Send a test signal' }).click();
  await tab.card(1, 'Open').getByText('Test: error rate of checkout is high').waitFor();
  expect(await start.count()).toBe(0);

  const body = /-d '(.*)'$/s.exec(line)?.[1] ?? '';
  const answer = await fetch(`${stage.vigil.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stage.vigil.token}` },
    body,
  });
  expect(await answer.json()).toMatchObject({ data: { ingestSignal: { userErrors: [] } } });
});

test('a board without open incidents is all clear, which is something else than never used', async () => {
  const tab = await stage.open();
  await stage.client.resolve('1');
  await tab.card(1, 'Resolved').waitFor();
  await tab.column('Open').getByText('All clear').waitFor();
});
