import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const section = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });
const palette = (tab: Tab) => tab.page.getByRole('dialog', { name: 'Commands' });
const opened = (tab: Tab) => section(tab, 'Incidents').getByRole('link', { name: /\bopened$/ });

/** Another page, from which the metrics cannot be had: their questions are answered like this, and nothing is pushed. */
async function openRefused(answer: { status?: number; body?: string; json?: unknown }): Promise<Tab> {
  const tab = await stage.visit('about:blank');
  await tab.page.routeWebSocket('**/graphql', (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!String(message).includes('MetricsFigures')) server.send(message);
    });
  });
  await tab.page.goto(`${stage.vigil.url}/explorer#token=${stage.vigil.token}`);
  await tab.connection.getByText('Live', { exact: true }).waitFor();
  await tab.page.route('**/graphql', (route) =>
    route.request().postData()?.includes('MetricsFigures') ? route.fulfill(answer) : route.fallback(),
  );
  return tab;
}

test('what happens is pushed to the page, without a flash and without moving anything', async () => {
  const [before, { id }] = [await stage.incident(), await stage.incident({ reportedSeverity: 'CRITICAL' })];
  await stage.client.acknowledge(before.id);
  await stage.client.resolve(before.id);
  const tab = await stage.open({ path: '/metrics?range=24h' });
  await section(tab, 'Incidents by severity').getByRole('slider').waitFor();
  await section(tab, 'By service').getByRole('table').waitFor();
  for (const name of ['Time to acknowledge', 'Time to resolve', 'Time to respond']) {
    await section(tab, name).getByRole('slider').waitFor();
  }
  expect(await opened(tab).textContent()).toBe('2');
  await tab.page.evaluate(() => {
    const shifts: number[] = [];
    const skeletons: number[] = [];
    Object.assign(window, { shifts, skeletons });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: false });
    new MutationObserver(() => skeletons.push(document.querySelectorAll('main .animate-pulse').length)).observe(
      document.body,
      { childList: true, subtree: true },
    );
  });
  await stage.incident({ reportedSeverity: 'HIGH' });
  await expect.poll(() => opened(tab).textContent(), { timeout: 10_000 }).toBe('3');
  await stage.client.acknowledge(id);
  await expect
    .poll(() => section(tab, 'Time to acknowledge').getByRole('link', { name: 'n 2', exact: true }).count())
    .toBe(1);
  const seen = await tab.page.evaluate(() => {
    const { shifts, skeletons } = window as unknown as { shifts: number[]; skeletons: number[] };
    return { moved: shifts.reduce((sum, value) => sum + value, 0), skeletons: Math.max(0, ...skeletons) };
  });
  expect(seen.moved).toBeLessThan(0.05);
  expect(seen.skeletons).toBe(0);
});

test('after the server was gone the figures follow again, without a reload, and are not shown as live meanwhile', async () => {
  const tab = await stage.open({ path: '/metrics?range=24h' });
  tab.expectFault(/WebSocket connection to|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET/);
  await opened(tab).waitFor();
  const before = Number(await opened(tab).textContent());
  await tab.page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const dimmed = tab.page.locator('.is-stale');
  const [sawDimmed] = await Promise.all([dimmed.waitFor().then(() => true), stage.restart()]);
  expect(sawDimmed).toBe(true);
  await stage.incident();
  await expect.poll(() => opened(tab).textContent(), { timeout: 20_000 }).toBe(String(before + 1));
  await dimmed.waitFor({ state: 'detached' });
  expect(await tab.page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('figures that cannot be loaded say so, and can be asked for again', async () => {
  const tab = await openRefused({ status: 500, body: '{}' });
  tab.expectFault(/500|Failed to load/);
  await tab.page.evaluate(() => window.history.pushState({}, '', '/metrics'));
  await tab.page.getByText('The metrics could not be loaded.').waitFor();
  await tab.page.unroute('**/graphql');
  await tab.button('Try again').click();
  await section(tab, 'Time to acknowledge').waitFor();
  expect(await tab.page.getByText('The metrics could not be loaded.').count()).toBe(0);
});

test('whoever may not see the metrics is told which role it takes', async () => {
  const refusal = { errors: [{ message: 'The role INGESTER may not read.', extensions: { code: 'FORBIDDEN' } }] };
  const tab = await openRefused({ json: refusal });
  await tab.page.evaluate(() => window.history.pushState({}, '', '/metrics'));
  await tab.page.getByText('Your token may not see this').waitFor();
  await tab.page.getByText('It needs a token with the role VIEWER or more.').waitFor();
});

test('a viewer sees the metrics, and the palette brings them there and changes the range', async () => {
  const tab = await stage.open({ token: await stage.token('Vera', 'VIEWER') });
  await tab.page.keyboard.press('Control+k');
  await palette(tab).getByRole('combobox').fill('go to metrics');
  await tab.page.getByRole('menuitem', { name: 'Go to Metrics' }).click();
  await section(tab, 'Time to acknowledge').waitFor();
  await tab.page.keyboard.press('Control+k');
  await palette(tab).getByRole('combobox').fill('last 90 days');
  await tab.page.getByRole('menuitem', { name: 'Metrics of the last 90 days' }).click();
  await expect.poll(() => new URL(tab.page.url()).searchParams.get('range')).toBe('90d');
});
