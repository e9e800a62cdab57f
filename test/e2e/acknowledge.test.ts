import { createVigilClient } from '@vigil/schema';
import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

/** MTTA of the incidents that were opened since `from`. */
async function acknowledgedSince(from: Date): Promise<number> {
  const range = { from: from.toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
  return (await stage.client.metrics({ range })).mtta.n;
}

function isActionOf(name: string, route: Route): boolean {
  return route.request().postData()?.includes(name) ?? false;
}

test('acknowledging in one browser moves the card in another, and undo brings it back in both and takes it out of the MTTA', async () => {
  const from = new Date();
  const [mine, other] = await Promise.all([stage.open(), stage.open({ token: await stage.token('Bo', 'VIEWER') })]);
  const { number, id } = await stage.incident();
  await mine.button(`Acknowledge #${number}`).click();
  await mine.card(number, 'Acknowledged').waitFor();
  await other.card(number, 'Acknowledged').getByText('admin', { exact: true }).waitFor();
  expect(await acknowledgedSince(from)).toBe(1);

  await mine.notice(`Acknowledged #${number}`).getByRole('button', { name: 'Undo' }).click();
  await mine.card(number, 'Open').waitFor();
  await other.card(number, 'Open').waitFor();
  expect(await acknowledgedSince(from)).toBe(0);

  await expect.poll(async () => (await stage.client.incident(id))?.status).toBe('OPEN');
  const incident = await stage.client.incident(id);
  expect(incident).toMatchObject({ status: 'OPEN', acknowledgedAt: null, firstAcknowledgedAt: null });
  expect(incident?.timeline.nodes.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['OPENED', 'ACKNOWLEDGED', 'UNACKNOWLEDGED']),
  );
});

test('resolving can be undone too, and the incident is what it was before', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident();
  await tab.button(`Acknowledge #${number}`).click();
  await tab.notice(`Acknowledged #${number}`).waitFor();
  await tab.button(`Resolve #${number}`).click();
  await tab.card(number, 'Resolved').waitFor();
  await tab.notice(`Resolved #${number}`).getByRole('button', { name: 'Undo' }).click();
  await tab.card(number, 'Acknowledged').waitFor();
  // The card shows it before the server has it.
  await expect.poll(async () => (await stage.client.incident(String(number)))?.status).toBe('ACKNOWLEDGED');
});

test('the card moves before the server has answered, and says that it waits', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident();
  const held: Route[] = [];
  await tab.page.route('**/graphql', async (route) => {
    if (isActionOf('AcknowledgeIncident', route)) held.push(route);
    else await route.continue();
  });
  await tab.button(`Acknowledge #${number}`).click();
  await tab.card(number, 'Acknowledged').waitFor();
  expect(await tab.card(number).getAttribute('aria-busy')).toBe('true');
  expect((await stage.client.incident(String(number)))?.status).toBe('OPEN');

  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await expect.poll(() => tab.card(number).getAttribute('aria-busy')).toBe('false');
  expect((await stage.client.incident(String(number)))?.status).toBe('ACKNOWLEDGED');
});

test('an acknowledgement that comes after somebody else has resolved is taken back with the reason', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident();
  await tab.card(number, 'Open').waitFor();
  await tab.page.route('**/graphql', async (route) => {
    if (isActionOf('AcknowledgeIncident', route)) await stage.client.resolve(String(number));
    await route.continue();
  });
  await tab.button(`Acknowledge #${number}`).click();
  const notice = tab.notice(`#${number} was not acknowledged`);
  await notice.waitFor();
  const { userErrors } = await stage.client.acknowledge(String(number));
  expect(userErrors).toHaveLength(1);
  expect(await notice.textContent()).toContain(userErrors[0]?.message);
  await tab.card(number, 'Resolved').waitFor();
  await expect.poll(() => tab.card(number).count()).toBe(1);
  expect(await notice.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test('an acknowledgement that the server answers with an error is taken back with its message', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident();
  const errors = [{ message: 'The disk is full.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
  await tab.page.route('**/graphql', async (route) => {
    if (isActionOf('AcknowledgeIncident', route)) await route.fulfill({ json: { errors } });
    else await route.continue();
  });
  await tab.button(`Acknowledge #${number}`).click();
  await tab.notice(`#${number} was not acknowledged`).getByText('The disk is full.').waitFor();
  await tab.card(number, 'Open').waitFor();
  await expect.poll(() => tab.card(number).count()).toBe(1);
});

test('an acknowledgement that does not reach the server is taken back', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident();
  tab.expectFault(/ERR_CONNECTION_RESET/);
  await tab.page.route('**/graphql', async (route) => {
    if (isActionOf('AcknowledgeIncident', route)) await route.abort('connectionreset');
    else await route.continue();
  });
  await tab.button(`Acknowledge #${number}`).click();
  await tab.notice(`#${number} was not acknowledged`).waitFor();
  await tab.card(number, 'Open').waitFor();
});

test('who acknowledges second is told who was first, and the first time stays', async () => {
  const tab = await stage.open();
  const { number, id } = await stage.incident();
  await tab.card(number, 'Open').waitFor();
  const bo = createVigilClient({ url: stage.vigil.url, token: await stage.token('Bo', 'RESPONDER') });
  await tab.page.route('**/graphql', async (route) => {
    if (isActionOf('AcknowledgeIncident', route)) await bo.acknowledge(id);
    await route.continue();
  });
  await tab.button(`Acknowledge #${number}`).click();
  await tab.notice(`#${number} was already acknowledged by Bo`).waitFor();
  await tab.card(number, 'Acknowledged').getByText('Bo', { exact: true }).waitFor();
  bo.close();
});
