import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const bar = (tab: Tab) => tab.page.getByRole('region', { name: 'Selected incidents' });

async function some(count: number, word: string): Promise<number[]> {
  const numbers: number[] = [];
  for (let n = 0; n < count; n++) numbers.push((await stage.incident({ title: `${word} ${'abcdefgh'[n]}` })).number);
  return numbers;
}

const statusesOf = (numbers: readonly number[]) =>
  Promise.all(numbers.map(async (number) => (await stage.client.incident(String(number)))?.status));

test('x selects, Shift makes a range, and all are acknowledged with one summary that can be undone', async () => {
  const numbers = await some(4, 'Range');
  const tab = await stage.open({ path: '/?q=range' });
  for (const number of numbers) await tab.card(number, 'Open').waitFor();
  const { keyboard } = tab.page;
  await keyboard.press('j');
  await keyboard.press('x');
  await bar(tab).getByText('1 selected').waitFor();
  await keyboard.press('Shift+j');
  await keyboard.press('Shift+j');
  await bar(tab).getByText('3 selected').waitFor();
  await bar(tab).getByRole('button', { name: 'Acknowledge' }).click();
  const notice = tab.notice('3 incidents acknowledged');
  await notice.waitFor();
  await expect
    .poll(async () => (await statusesOf(numbers)).filter((status) => status === 'ACKNOWLEDGED').length)
    .toBe(3);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await statusesOf(numbers)).every((status) => status === 'OPEN')).toBe(true);
});

test('boxes select with the mouse, Shift takes all between, and one that somebody resolved meanwhile is told of', async () => {
  const numbers = await some(3, 'Mouse');
  const tab = await stage.open({ path: '/?q=mouse' });
  const [first = 0, , last = 0] = numbers;
  const box = (number: number) => tab.page.getByRole('checkbox', { name: `Select #${number}` });
  await box(first).click();
  await box(last).click({ modifiers: ['Shift'] });
  await bar(tab).getByText('3 selected').waitFor();
  await tab.page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('AcknowledgeIncident')) await stage.client.resolve(String(last));
    await route.continue();
  });
  await bar(tab).getByRole('button', { name: 'Acknowledge' }).click();
  await tab.notice(/\d incidents? acknowledged, \d refused/).waitFor();
});

test('a selection is snoozed and assigned in one dialog', async () => {
  const numbers = await some(2, 'Dialog');
  const tab = await stage.open({ path: '/?q=dialog' });
  for (const number of numbers) await tab.page.getByRole('checkbox', { name: `Select #${number}` }).click();
  await bar(tab).getByRole('button', { name: 'Snooze…' }).click();
  const dialog = tab.page.getByRole('dialog', { name: 'Snooze 2 incidents' });
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).click();
  await tab.notice('2 incidents snoozed').waitFor();
  for (const number of numbers) await tab.card(number).getByText('snoozed').waitFor();
  await bar(tab).getByRole('button', { name: 'Assign…' }).click();
  const assign = tab.page.getByRole('dialog', { name: 'Assign 2 incidents' });
  await assign.getByLabel('Name').fill('Grace');
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  for (const number of numbers) await tab.card(number).getByText('Grace').waitFor();
  await bar(tab).getByRole('button', { name: 'Select nothing' }).click();
  await expect.poll(() => bar(tab).count()).toBe(0);
});

test('s and e ask about the incident with the focus', async () => {
  const [number = 0] = await some(1, 'Keys');
  const tab = await stage.open({ path: '/?q=keys' });
  await tab.card(number, 'Open').focus();
  await tab.page.keyboard.press('e');
  const dialog = tab.page.getByRole('dialog', { name: `Note on #${number}` });
  await dialog.getByRole('textbox').fill('Seen it');
  await dialog.getByRole('button', { name: 'Add note' }).click();
  await expect
    .poll(async () => (await stage.client.incident(String(number)))?.timeline.nodes.map(({ note }) => note))
    .toContain('Seen it');
  await tab.card(number, 'Open').focus();
  await tab.page.keyboard.press('s');
  await tab.page.getByRole('dialog', { name: `Snooze #${number}` }).waitFor();
});

test('many alike are one storm with a count, which unfolds and is acknowledged as a whole', async () => {
  const { results } = await stage.client.ingestAll(
    Array.from({ length: 30 }, (_, n) => ({
      source: 'test',
      service: `host-${n}`,
      title: `Disk of host-${n} is full`,
      reportedSeverity: 'HIGH' as const,
    })),
  );
  const tab = await stage.open({ path: '/?q=disk' });
  const storm = tab.page.getByRole('article', { name: /^30 incidents on 30 services: Disk of host/ });
  await storm.waitFor();
  expect(await tab.page.getByRole('article').count()).toBe(1);
  await storm.getByRole('button', { name: 'Show each' }).click();
  await expect.poll(() => tab.page.getByRole('article').count()).toBe(31);
  // The pointer is on the column, which holds its order: they are no news that waits at the end.
  expect(await tab.page.getByRole('button', { name: /^\d+ new$/ }).count()).toBe(0);
  await storm.getByRole('button', { name: 'Acknowledge all' }).click();
  await tab.notice('30 incidents acknowledged').waitFor();
  const numbers = results.flatMap(({ incident }) => (incident === null ? [] : [incident.number]));
  expect(new Set(await statusesOf(numbers))).toEqual(new Set(['ACKNOWLEDGED']));
});

test('while the board is paused changes wait and are counted, and come all at once', async () => {
  const tab = await stage.open({ path: '/?q=pausing' });
  await tab.page.keyboard.press('p');
  const [number = 0] = await some(1, 'Pausing');
  await tab.page.getByRole('button', { name: /Paused · \d+ waiting/ }).waitFor();
  expect(await tab.card(number).count()).toBe(0);
  await tab.page.keyboard.press('p');
  await tab.card(number, 'Open').waitFor();
});
