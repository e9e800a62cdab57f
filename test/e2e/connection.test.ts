import { afterAll, expect, test } from 'vitest';
import { type CuttableProxy, startCuttableProxy } from '../integration/cuttableProxy.ts';
import { prepareStage } from '../support/board.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();
const proxies: CuttableProxy[] = [];

afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
});

/** A board behind a network that can fail. */
async function openBehindProxy(path = '/'): Promise<{ tab: Tab; proxy: CuttableProxy }> {
  const proxy = await startCuttableProxy(stage.vigil.url);
  proxies.push(proxy);
  const tab = await stage.open({ url: proxy.url, path });
  // The browser says what was done to its connections.
  tab.expectFault(/WebSocket connection to|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|ERR_INTERNET_DISCONNECTED/);
  return { tab, proxy };
}

function fail(proxy: CuttableProxy): void {
  proxy.allow = false;
  proxy.cut();
}

async function cardsOf(tab: Tab): Promise<string[]> {
  const names = await tab.page.getByRole('article').evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ''));
  return names.sort();
}

test('a lost connection shows at once, keeps the cards, switches the actions off, and catches up without a reload', async () => {
  const stays = await stage.incident({ title: 'Stays open' });
  const moves = await stage.incident({ title: 'Is resolved meanwhile' });
  const { tab, proxy } = await openBehindProxy();
  await tab.card(moves.number, 'Open').waitFor();
  await tab.page.evaluate(() => Object.assign(window, { isSameDocument: true }));

  fail(proxy);
  await expect.poll(() => tab.connection.textContent()).toMatch(/Reconnecting|Offline/);
  expect(await tab.card(stays.number, 'Open').count()).toBe(1);
  expect(await tab.button(`Acknowledge #${stays.number}`).isDisabled()).toBe(true);
  await tab.page.getByText(/next attempt in|Reconnecting now/).waitFor();
  await tab.page.getByText(/Shown: as of .* ago/).waitFor();

  await stage.client.resolve(moves.id);
  const opened = [];
  for (let n = 0; n < 12; n++) opened.push(await stage.incident({ title: `While away ${n}` }));
  const again = await stage.incident({ title: 'Twice while away' });
  await stage.client.acknowledge(again.id);

  proxy.allow = true;
  await tab.connection.getByText('Live', { exact: true }).waitFor();
  for (const { number } of opened) await tab.card(number, 'Open').waitFor();
  await tab.card(again.number, 'Acknowledged').waitFor();
  await tab.card(moves.number, 'Resolved').waitFor();
  const cards = await cardsOf(tab);
  expect(new Set(cards).size).toBe(cards.length);
  expect(cards).toHaveLength((await stage.client.incidents({ first: 0 })).totalCount);
  expect(await tab.button(`Acknowledge #${stays.number}`).isEnabled()).toBe(true);
  expect(await tab.page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});

test('a browser that goes offline says so, and comes back by itself', async () => {
  const { tab, proxy } = await openBehindProxy();
  await tab.page.context().setOffline(true);
  fail(proxy);
  await expect.poll(() => tab.connection.textContent(), { timeout: 10_000 }).toMatch(/Offline/);
  const { number } = await stage.incident({ title: 'Happened offline' });
  proxy.allow = true;
  await tab.page.context().setOffline(false);
  await tab.connection.getByText('Live', { exact: true }).waitFor();
  await tab.card(number, 'Open').waitFor();
});

test('a connection that is cut again and again loses nothing and doubles nothing', async () => {
  const { tab, proxy } = await openBehindProxy();
  const numbers: number[] = [];
  for (let round = 0; round < 4; round++) {
    fail(proxy);
    numbers.push((await stage.incident({ title: `Round ${round}, away` })).number);
    proxy.allow = true;
    numbers.push((await stage.incident({ title: `Round ${round}, back` })).number);
    await tab.connection.getByText('Live', { exact: true }).waitFor();
  }
  for (const number of numbers) await tab.card(number, 'Open').waitFor();
  const cards = await cardsOf(tab);
  expect(new Set(cards).size).toBe(cards.length);
});

test('a page that is opened while the server is away keeps trying, and signs in when it is back', async () => {
  const { tab, proxy } = await openBehindProxy();
  const { number } = await stage.incident({ title: 'Seen later' });
  await tab.page.route('**/graphql', (route) => route.abort('connectionrefused'));
  await tab.page.reload();
  await tab.page.getByRole('alert').getByText('The server does not answer').waitFor();
  await tab.page.unroute('**/graphql');
  await tab.button('Try again').click();
  await tab.card(number, 'Open').waitFor();
  expect(proxy.connections()).toBeGreaterThan(0);
});

test('boards follow a server over its restart without a reload, a gap or a duplicate', async () => {
  const before = await stage.incident({ title: 'From before' });
  const tabs = await Promise.all([stage.open(), stage.open()]);
  for (const tab of tabs) {
    await tab.card(before.number, 'Open').waitFor();
    await tab.page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    tab.expectFault(/WebSocket connection to|ERR_CONNECTION/);
  }
  await stage.restart();
  const after = await stage.incident({ title: 'From after' });
  await stage.client.acknowledge(before.id);
  for (const tab of tabs) {
    await tab.connection.getByText('Live', { exact: true }).waitFor();
    await tab.card(after.number, 'Open').waitFor();
    await tab.card(before.number, 'Acknowledged').waitFor();
    const cards = await cardsOf(tab);
    expect(new Set(cards).size).toBe(cards.length);
    expect(cards).toHaveLength((await stage.client.incidents({ first: 0 })).totalCount);
    expect(await tab.page.evaluate(() => 'isSameDocument' in window)).toBe(true);
  }
});
