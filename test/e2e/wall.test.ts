import { afterAll, expect, test } from 'vitest';
import { type CuttableProxy, startCuttableProxy } from '../integration/cuttableProxy.ts';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();
const proxies: CuttableProxy[] = [];
afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
});

const rows = (tab: Tab) => tab.page.getByRole('list', { name: 'Most urgent incidents' }).getByRole('listitem');

async function openWall(token: string, url = stage.vigil.url, context = {}): Promise<Tab> {
  const tab = await stage.visit(`${url}/wall#token=${token}`, { viewport: { width: 1920, height: 1080 }, ...context });
  await tab.connection.getByText(/^live/).waitFor();
  return tab;
}

test('a wall shows the most urgent first and how many more there are, keeps its link, and touches no other session', async () => {
  for (let n = 0; n < 30; n++) await stage.incident({ title: `Trouble ${n}`, reportedSeverity: 'MEDIUM' });
  const tab = await openWall(await stage.token('Wall', 'VIEWER'));
  await tab.page.getByText(/^and \d+ more$/).waitFor();
  const { number } = await stage.incident({ title: 'Worst of all', reportedSeverity: 'CRITICAL', confidence: 1 });
  await expect.poll(() => rows(tab).first().textContent()).toContain(`#${number} Worst of all`);
  const shown = await rows(tab).count();
  const { open } = await stage.client.status();
  await tab.page.getByText(`and ${open - shown + 1} more`).waitFor();
  // As far as it is ever moved against burn-in.
  await tab.page.evaluate(() => document.documentElement.style.setProperty('--wall-shift', '8px 8px'));
  expect(await tab.page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);

  expect(tab.page.url()).toContain('#token=');
  expect(await tab.page.evaluate(() => window.localStorage.getItem('vigil.token'))).toBeNull();
  expect(await tab.page.getByRole('button').count()).toBe(0);
  await tab.page.getByText(/^\d\d:\d\d:\d\d UTC$/).waitFor();
});

test('a wall whose server is away says so, keeps what it showed, and comes back', async () => {
  const { number } = await stage.incident({ title: 'Stays on the wall', reportedSeverity: 'CRITICAL', confidence: 1 });
  const proxy = await startCuttableProxy(stage.vigil.url);
  proxies.push(proxy);
  const tab = await openWall(await stage.token('Cut wall', 'VIEWER'), proxy.url);
  tab.expectFault(/WebSocket connection to|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET/);
  await tab.page.getByText(`#${number} Stays on the wall`).waitFor();
  proxy.allow = false;
  proxy.cut();
  await tab.connection.getByText(/^NOT LIVE · heard \d+ s ago$/).waitFor();
  expect(await tab.page.getByText(`#${number} Stays on the wall`).count()).toBe(1);
  proxy.allow = true;
  await tab.connection.getByText(/^live · heard \d s ago$/).waitFor();
});

test('a wall reloads by itself when there is a new build', async () => {
  const tab = await stage.visit('about:blank', { viewport: { width: 1920, height: 1080 } });
  await tab.page.clock.install();
  await tab.page.goto(`${stage.vigil.url}/wall#token=${await stage.token('New build', 'VIEWER')}`);
  await tab.connection.getByText(/^live/).waitFor();
  await tab.page.evaluate(() => Object.assign(window, { isOldDocument: true }));
  await tab.page.route('**/wall', async (route) => {
    if (route.request().isNavigationRequest()) return await route.continue();
    await route.fulfill({
      contentType: 'text/html',
      body: '<script type="module" src="/assets/index-new.js"></script>',
    });
  });
  await tab.page.clock.fastForward(61_000);
  await expect.poll(() => tab.page.evaluate(() => 'isOldDocument' in window)).toBe(false);
  await tab.connection.getByText(/^live/).waitFor();
});

test('an administrator makes a link for a wall, whose token may only look', async () => {
  const tab = await stage.open();
  await tab.button('A screen on the wall').click();
  const dialog = tab.page.getByRole('dialog', { name: 'A screen on the wall' });
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = (await dialog.getByText(/\/wall#token=/).textContent()) ?? '';
  const wall = await stage.visit(link, { viewport: { width: 1280, height: 720 } });
  await wall.connection.getByText(/^live/).waitFor();
  expect((await stage.client.status()).open).toBeGreaterThan(0);
});
