import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

async function openIncident(number: number): Promise<Tab> {
  const tab = await stage.open({ path: `/incidents/${number}` });
  await tab.page.getByRole('heading', { level: 1 }).waitFor();
  return tab;
}

const dialog = (tab: Tab) => tab.page.getByRole('dialog');
const submit = (tab: Tab, name: string) => dialog(tab).getByRole('button', { name, exact: true });

test('an incident is snoozed and assigned on its page, and the board shows it', async () => {
  const { number } = await stage.incident({ title: 'Disk is nearly full' });
  const board = await stage.open();
  const tab = await openIncident(number);

  await tab.button('Snooze…').click();
  await dialog(tab).getByLabel('For how long').selectOption('4 hours');
  await dialog(tab).getByLabel('Note').fill('Cleaning up tonight');
  await submit(tab, 'Snooze').click();
  await tab.page
    .getByText(/^Snoozed until /)
    .first()
    .waitFor();
  await tab.page.getByText('Cleaning up tonight').waitFor();
  await board.card(number, 'Open').getByText('snoozed').waitFor();

  await tab.button('Assign…').click();
  await dialog(tab).getByLabel('Name').fill('Grace');
  await submit(tab, 'Assign').click();
  await tab.page.getByText('Assigned to Grace', { exact: true }).waitFor();
  await board.card(number, 'Open').getByText('Grace').waitFor();

  await tab.button('End snooze').click();
  await tab.page.getByText('Snooze ended by admin').waitFor();
  await expect.poll(() => board.card(number, 'Open').getByText('snoozed').count()).toBe(0);
});

test('a severity is set with a reason that must be given, and lifted', async () => {
  const { number } = await stage.incident({ reportedSeverity: 'HIGH' });
  const tab = await openIncident(number);
  await tab.button('Severity…').click();
  await dialog(tab).getByLabel('Severity').selectOption('Low');
  expect(await submit(tab, 'Set severity').isDisabled()).toBe(true);
  await dialog(tab).getByLabel('Why').fill('It is a drill');
  await submit(tab, 'Set severity').click();
  await tab.page.getByText('Severity Low set by admin: It is a drill (by the rules High)').waitFor();
  await tab.button('Lift override').click();
  await tab.page.getByText('Override of LOW lifted by admin: HIGH again', { exact: true }).waitFor();
  await expect.poll(() => tab.button('Lift override').count()).toBe(0);
});

test('an incident is merged into another and taken out again; a refusal stays in the dialog with the server’s words', async () => {
  const host = await stage.incident({ title: 'Database is slow' });
  const { number, id } = await stage.incident({ title: 'Checkout is slow' });
  const tab = await openIncident(number);
  await tab.button('Merge into…').click();
  await dialog(tab).getByLabel('Number of the other incident').fill(`#${number}`);
  await submit(tab, 'Merge').click();
  await dialog(tab).getByRole('alert').getByText('An incident cannot be merged into itself.').waitFor();
  await dialog(tab).getByLabel('Number of the other incident').fill(`#${host.number}`);
  await dialog(tab).getByLabel('Why they are one').fill('The same database');
  await submit(tab, 'Merge').click();
  await tab.page.getByRole('link', { name: `#${host.number} Database is slow` }).waitFor();
  expect((await stage.client.incident(id))?.status).toBe('RESOLVED');
  expect(await tab.button('Reopen').count()).toBe(0);

  const other = await openIncident(host.number);
  await other.page.getByRole('link', { name: `#${number} Checkout is slow` }).waitFor();
  await tab.button(`Take out of #${host.number}`).click();
  await tab.button('Acknowledge').waitFor();
  expect((await stage.client.incident(id))?.status).toBe('OPEN');
  await other.page.getByText(`#${number} was taken out of it by admin`).waitFor();
});

test('a dialog is closed with Escape, and a viewer is told why nothing can be done', async () => {
  const { number } = await stage.incident();
  const tab = await openIncident(number);
  await tab.button('Assign…').click();
  await dialog(tab).waitFor();
  await tab.page.keyboard.press('Escape');
  await expect.poll(() => dialog(tab).count()).toBe(0);
  // The focus goes back a frame later.
  await expect.poll(() => tab.page.evaluate(() => document.activeElement?.textContent)).toContain('Assign…');

  const viewer = await stage.open({ token: await stage.token('Wall', 'VIEWER'), path: `/incidents/${number}` });
  await viewer.button('Snooze…').waitFor();
  expect(await viewer.button('Snooze…').isDisabled()).toBe(true);
});
