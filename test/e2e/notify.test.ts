import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

/** A board whose notifications and tones are written down. */
async function openListening(): Promise<Tab> {
  const tab = await stage.open({ context: { permissions: ['notifications'] } });
  await tab.page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    window.Notification = class extends EventTarget {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title: string, options?: NotificationOptions) {
        super();
        told.push(`${title} | ${options?.body ?? ''}`);
      }
      close(): void {}
    } as unknown as typeof Notification;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when) {
      told.push(`tone ${this.frequency.value}`);
      start.call(this, when);
    };
  });
  await tab.page.reload();
  await tab.connection.getByText('Live', { exact: true }).waitFor();
  return tab;
}

const told = (tab: Tab) => tab.page.evaluate(() => (window as unknown as { told: string[] }).told);
const dialog = (tab: Tab) => tab.page.getByRole('dialog', { name: 'Notifications' });

test('nothing is told until somebody wants it; then a new incident is, once, by the severities that were chosen', async () => {
  const tab = await openListening();
  const quiet = await stage.incident({ title: 'Nobody asked', reportedSeverity: 'CRITICAL', confidence: 1 });
  await tab.card(quiet.number, 'Open').waitFor();
  expect(await told(tab)).toEqual([]);

  await tab.button('Notifications: off').click();
  await dialog(tab).getByLabel('Desktop notification for Critical').check();
  await dialog(tab).getByLabel('Sound for High').check();
  await expect.poll(() => told(tab)).toEqual(['tone 740', 'tone 588']);
  await dialog(tab).getByRole('button', { name: 'Done' }).click();
  await tab.button('Notifications: on').waitFor();

  const { number } = await stage.incident({ title: 'Wake up', reportedSeverity: 'CRITICAL', confidence: 1 });
  await expect
    .poll(() => told(tab), { timeout: 10_000 })
    .toContainEqual(expect.stringMatching(/^Critical: Wake up \| #/));
  await stage.client.acknowledge(String(number));
  await tab.card(number, 'Acknowledged').waitFor();
  expect((await told(tab)).filter((line) => line.startsWith('Critical'))).toHaveLength(1);
});

/** As a clock shows it in so many hours, in the zone of the browser. */
const clockIn = (hours: number) => new Date(Date.now() + hours * 3_600_000).toTimeString().slice(0, 5);

test('in quiet hours nothing is told but what is critical, and the choice outlives a reload', async () => {
  const tab = await openListening();
  await tab.button('Notifications: off').click();
  for (const word of ['Critical', 'High']) await dialog(tab).getByLabel(`Desktop notification for ${word}`).check();
  await dialog(tab).getByLabel('Quiet hours').check();
  await dialog(tab).getByLabel('from').fill(clockIn(-1));
  await dialog(tab).getByLabel('to', { exact: true }).fill(clockIn(1));
  await dialog(tab).getByRole('button', { name: 'Done' }).click();
  await tab.page.reload();
  await tab.button('Notifications: on').waitFor();
  await tab.connection.getByText('Live', { exact: true }).waitFor();
  await stage.incident({ title: 'Can wait', reportedSeverity: 'HIGH', confidence: 1 });
  await stage.incident({ title: 'Cannot wait', reportedSeverity: 'CRITICAL', confidence: 1 });
  await expect.poll(() => told(tab), { timeout: 10_000 }).toContainEqual(expect.stringContaining('Cannot wait'));
  expect((await told(tab)).join()).not.toContain('Can wait');
});

test('compact cards and rows are lower, and stay so', async () => {
  const { number } = await stage.incident({ title: 'How high' });
  const tab = await stage.open();
  const height = async () => (await tab.card(number, 'Open').boundingBox())?.height ?? 0;
  await tab.card(number, 'Open').waitFor();
  const before = await height();
  await tab.page.keyboard.press('Control+k');
  await tab.page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('compact');
  await tab.page.keyboard.press('Enter');
  await expect.poll(height).toBeLessThan(before - 15);
  await tab.page.reload();
  await tab.card(number, 'Open').waitFor();
  expect(await height()).toBeLessThan(before - 15);
});

test.each(['light', 'dark'] as const)('axe finds nothing in the notifications in %s', async (colorScheme) => {
  const tab = await stage.open({ context: { colorScheme } });
  await tab.button('Notifications: off').click();
  await dialog(tab).getByLabel('Quiet hours').check();
  expect(await findAxeViolations(tab.page)).toEqual([]);
});
