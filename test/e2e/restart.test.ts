import { createVigilClient } from '@vigil/schema';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { openTab } from '../support/tab.ts';

let browser: Browser;
let vigil: TestVigil;

beforeEach(async () => {
  [browser, vigil] = await Promise.all([launchChromium(), startVigil()]);
});
afterEach(async () => {
  await browser.close();
  await vigil.close();
});

test('boards follow a server over its restart without a reload, a gap or a duplicate', async () => {
  const signal = { source: 'test', title: 'Latency is high', reportedSeverity: 'HIGH' } as const;
  const client = createVigilClient(vigil);
  const before = (await client.ingest({ ...signal, service: 'before' })).incident;
  const tabs = await Promise.all([browser, browser].map(async (some) => openTab(await some.newContext())));
  for (const tab of tabs) {
    await tab.page.goto(`${vigil.url}/#token=${vigil.token}`);
    await tab.card(before?.number ?? 0, 'Open').waitFor();
    await tab.page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    tab.expectFault(/WebSocket connection to|ERR_CONNECTION/);
  }

  vigil = await vigil.restart();
  const after = (await client.ingest({ ...signal, service: 'after' })).incident;
  await client.acknowledge(before?.id ?? '');
  for (const tab of tabs) {
    await tab.connection.getByText('Live', { exact: true }).waitFor();
    await tab.card(after?.number ?? 0, 'Open').waitFor();
    await tab.card(before?.number ?? 0, 'Acknowledged').waitFor();
    expect(await tab.page.getByRole('article').count()).toBe(2);
    expect(await tab.page.evaluate(() => 'isSameDocument' in window)).toBe(true);
    expect(tab.faults()).toEqual([]);
  }
  client.close();
});
