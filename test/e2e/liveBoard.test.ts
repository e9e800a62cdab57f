import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { paintedAt } from '../support/paintedAt.ts';

const stage = prepareStage();

test('an incident that another client opens, acknowledges and resolves moves over the board without a reload', async () => {
  const tab = await stage.open();
  await tab.page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  const { client } = stage;

  const { number } = await stage.incident({ title: 'Checkout is slow' });
  await tab.card(number, 'Open').waitFor();
  expect(await tab.card(number, 'Open').textContent()).toContain('Checkout is slow');

  await client.acknowledge(String(number));
  await tab.card(number, 'Acknowledged').waitFor();
  await expect.poll(() => tab.card(number).count()).toBe(1);

  await client.resolve(String(number));
  await tab.card(number, 'Resolved').waitFor();
  await expect.poll(() => tab.card(number).count()).toBe(1);
  expect(await tab.page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});

test('what was committed is on the screen soon after', async () => {
  const tab = await stage.open();
  const delays: number[] = [];
  for (let round = 0; round < 5; round++) {
    const { number } = await stage.incident({ title: 'How long does it take' });
    const answeredAt = Date.now();
    delays.push((await paintedAt(tab, number, 'Open')) - answeredAt);
  }
  process.stdout.write(`answer to paint, ms: ${delays.join(', ')}\n`);
  expect(delays).toHaveLength(5);
});

test('a second signal of the same problem raises the count on the card and opens no second one', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident({ service: 'counted', title: 'Disk fills up' });
  await tab.card(number, 'Open').getByText('1 signal', { exact: true }).waitFor();
  const again = await stage.incident({ service: 'counted', title: 'Disk fills up' });
  expect(again.number).toBe(number);
  await tab.card(number, 'Open').getByText('2 signals', { exact: true }).waitFor();
});

test('an incident that becomes worse changes its card and stands above the others', async () => {
  const tab = await stage.open();
  const { number } = await stage.incident({
    service: 'worse',
    reportedSeverity: 'LOW',
    confidence: 1,
    title: 'Errors',
  });
  await tab.card(number, 'Open').waitFor();
  await stage.incident({ service: 'worse', reportedSeverity: 'CRITICAL', confidence: 1, title: 'Errors' });
  await tab.card(number, 'Open').getByText('Critical', { exact: true }).waitFor();
  const first = tab.column('Open').getByRole('article').first();
  await expect.poll(() => first.getAttribute('aria-label')).toBe(`#${number} Errors`);
});

test.each([
  ['markup', '<img src=x onerror="window.pwned=true"><script>window.pwned=true</script>', /<img src=x onerror=/],
  ['a direction override', 'invoice\u202Efdp.exe', /invoiceU\+202Efdp\.exe/],
  ['invisible characters', 'pay\u200Bpal\u2060', /payU\+200BpalU\+2060/],
  ['a word without an end', 'x'.repeat(250), /x{250}/],
])('a title with %s is shown as text, on the card and on its page', async (_, title, shown) => {
  const tab = await stage.open();
  const { number } = await stage.incident({ title });
  const heading = tab.card(number, 'Open').getByRole('heading');
  await expect.poll(() => heading.textContent()).toMatch(shown);
  await heading.getByRole('link').click();
  await expect
    .poll(() => tab.page.getByRole('complementary').getByRole('heading', { level: 2 }).first().textContent())
    .toMatch(shown);
  await tab.page.getByRole('link', { name: 'Open as a page' }).click();
  await expect.poll(() => tab.page.getByRole('heading', { level: 1 }).textContent()).toMatch(shown);
  expect(await tab.page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
