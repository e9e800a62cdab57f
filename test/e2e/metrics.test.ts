import { beforeAll, expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { responseHistory, storeResponseHistory } from '../support/responseHistory.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage({ policy: 'load-v2' });
const context = { timezoneId: 'Europe/Berlin', locale: 'en-GB' };

beforeAll(async () => {
  await storeResponseHistory(stage.vigil.app.database.sql, responseHistory({ days: 70, untilMs: Date.now() }));
});

const section = (tab: Tab, name: string) => tab.page.getByRole('region', { name, exact: true });
const chart = (tab: Tab, name: string) => section(tab, name).getByRole('slider');
const list = (tab: Tab) => tab.page.getByRole('dialog');
const counted = (tab: Tab, name: string) =>
  section(tab, 'Incidents').getByRole('link', { name: new RegExp(`\\b${name}$`) });

async function openMetrics(search = ''): Promise<Tab> {
  const tab = await stage.open({ path: `/metrics${search}`, context });
  await section(tab, 'Time to resolve').waitFor();
  return tab;
}

/** How many the open list says that there are. */
async function listed(tab: Tab): Promise<number> {
  const words = list(tab).getByText(/^[\d,]+ incidents?/);
  return Number((await words.textContent())?.replaceAll(',', '').match(/^\d+/)?.[0]);
}

/** How much has moved by itself since the page was opened: its cumulative layout shift. */
async function shiftOf(tab: Tab): Promise<number> {
  return await tab.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((entries) => {
          const shifts = entries.getEntries() as unknown as { value: number; hadRecentInput: boolean }[];
          resolve(shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 1000);
      }),
  );
}

const numberIn = (text: string | null) => Number(text?.replaceAll(',', '').match(/\d+/)?.[0]);

test('g m opens the metrics of 30 days, with every statistic and what changed since the range before', async () => {
  const tab = await stage.open({ context });
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('m');
  await tab.page.getByRole('heading', { name: 'Metrics', exact: true }).waitFor();
  const mtta = section(tab, 'Time to acknowledge');
  await mtta.getByText(/(faster|slower|as before)$/).waitFor();
  const text = await mtta.textContent();
  expect(text).toMatch(/mean, MTTA/);
  for (const name of ['p50', 'p90', 'p95', 'max']) expect(text).toContain(name);
  expect(text).toMatch(/n \d+\d+ pending\d+ not applicable/);
  await tab.page.getByText(/, compared with /).waitFor();
  await chart(tab, 'Time to acknowledge').waitFor();
  expect(await shiftOf(tab)).toBeLessThan(0.05);
  for (const name of ['Service level', 'Noise', 'Noisiest alerts', 'Hours of the week', 'By service']) {
    await section(tab, name).waitFor();
  }
});

test('what the page says is what the interface answers', async () => {
  const tab = await openMetrics('?from=2026-01-01&to=2030-01-01&tz=UTC');
  const { opened, mtta } = await stage.client.metrics({
    range: { from: '2026-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z', timeZone: 'UTC' },
  });
  expect(numberIn(await counted(tab, 'opened').getAttribute('aria-label'))).toBe(opened);
  const measured = section(tab, 'Time to acknowledge').getByRole('link', { name: /^n [\d,]+$/ });
  expect(numberIn(await measured.textContent())).toBe(mtta.n);
});

test('where nothing was acknowledged or resolved it says so, and shows no duration of 0', async () => {
  const tab = await openMetrics('?from=2020-01-01&to=2020-02-01');
  await section(tab, 'Time to acknowledge').getByText('No incident was acknowledged in this range.').waitFor();
  await section(tab, 'Time to resolve').getByText('No incident was resolved in this range.').waitFor();
  await section(tab, 'Incidents by severity').getByText('No incident was opened in this range.').waitFor();
  await section(tab, 'Incidents').getByText('was 0').first().waitFor();
  for (const name of ['Time to acknowledge', 'Time to resolve', 'Time to respond']) {
    expect(await section(tab, name).textContent()).not.toMatch(/\b0 (s|min|h|ms)\b/);
  }
});

test('range, points, zone and which severity counts stand in the address and are kept over a reload', async () => {
  const tab = await openMetrics();
  await tab.page.getByRole('radio', { name: 'the last 7 days' }).click();
  await tab.page.getByLabel('Points').selectOption('hour');
  await tab.page.getByLabel('Time zone').selectOption('America/New_York');
  await tab.page.getByLabel('Which severity counts').selectOption('highest');
  await expect.poll(() => tab.page.url()).toContain('attribution=highest');
  const address = new URL(tab.page.url());
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ range: '7d', per: 'hour', tz: 'America/New_York' });
  await tab.page.reload();
  await chart(tab, 'Time to resolve').waitFor();
  expect(await tab.page.getByRole('radio', { name: 'the last 7 days' }).isChecked()).toBe(true);
  expect(await tab.page.getByLabel('Time zone').inputValue()).toBe('America/New_York');
  expect(Number(await chart(tab, 'Time to resolve').getAttribute('aria-valuemax'))).toBeGreaterThan(150);
});

test('a range of one’s own is checked as it is typed', async () => {
  const tab = await openMetrics();
  await tab.page.getByRole('radio', { name: 'From–to' }).click();
  await tab.page.getByLabel('From', { exact: true }).fill('2026-03-02T00:00');
  await tab.page.getByLabel('To', { exact: true }).fill('2026-03-01T00:00');
  await tab.page.getByRole('alert').getByText('The end must be after the beginning.').waitFor();
  expect(await tab.button('Show').isDisabled()).toBe(true);
  await tab.page.getByLabel('To', { exact: true }).fill('2026-03-09T00:00');
  await tab.button('Show').click();
  await tab.page.getByText(/^2\s*–\s*8 Mar 2026, compared with 23 Feb\s*–\s*1 Mar 2026$/).waitFor();
  expect(new URL(tab.page.url()).searchParams.get('from')).toBe('2026-03-02');
});

test('severity, service and label narrow the figures; each is taken away by itself, or all at once', async () => {
  const tab = await openMetrics();
  const all = numberIn(await counted(tab, 'opened').getAttribute('aria-label'));
  const opened = async () => numberIn(await counted(tab, 'opened').getAttribute('aria-label'));
  await tab.page.getByRole('button', { name: 'High', exact: true }).click();
  await expect.poll(opened).toBeLessThan(all);
  const high = await opened();
  await section(tab, 'Noise').getByText('Of the filters, only services count here.').waitFor();
  await tab.page.getByRole('search').getByRole('button', { name: 'Service', exact: true }).click();
  await tab.page.getByRole('searchbox', { name: 'Find a service' }).fill('check');
  await tab.page.getByRole('option', { name: /checkout/ }).click();
  await tab.page.keyboard.press('Escape');
  await expect.poll(opened).toBeLessThan(high);
  await tab.page.getByRole('search').getByRole('button', { name: 'Label', exact: true }).click();
  await tab.page.getByLabel('Name', { exact: true }).fill('team');
  await tab.page.getByLabel('Value', { exact: true }).fill('nobody');
  await tab.page.keyboard.press('Enter');
  await tab.page.getByText('No incident matches').waitFor();
  const { searchParams } = new URL(tab.page.url());
  expect(Object.fromEntries(searchParams)).toEqual({ severity: 'HIGH', service: 'checkout', label: 'team=nobody' });
  await tab.page.getByRole('button', { name: 'Take away the filter label team=nobody' }).click();
  await expect.poll(opened).toBeGreaterThan(0);
  await tab.button('Clear filters').click();
  await expect.poll(opened).toBe(all);
  expect(new URL(tab.page.url()).search).toBe('');
});

test('every count opens as many incidents as it says, in a list with an address of its own', async () => {
  const tab = await openMetrics();
  for (const name of ['acknowledged', 'reopened', 'escalated', 'open now']) {
    const count = numberIn(await counted(tab, name).getAttribute('aria-label'));
    await counted(tab, name).click();
    expect(await listed(tab)).toBe(count);
    await tab.page.keyboard.press('Escape');
    await list(tab).waitFor({ state: 'detached' });
  }
  const pending = section(tab, 'Time to acknowledge').getByRole('link', { name: /pending$/ });
  const count = numberIn(await pending.textContent());
  await pending.click();
  expect(await listed(tab)).toBe(count);
  const { href } = new URL(tab.page.url());
  const other = await stage.open({ path: new URL(href).pathname + new URL(href).search, context });
  await list(other).getByRole('heading', { name: 'Time to acknowledge: pending' }).waitFor();
  expect(await listed(other)).toBe(count);
});

test('a point of a chart is found by arrow keys, says what it is, and opens its incidents; back closes them', async () => {
  const tab = await openMetrics('?range=7d');
  const mttr = chart(tab, 'Time to resolve');
  await mttr.focus();
  await tab.page.keyboard.press('Home');
  await tab.page.keyboard.press('ArrowRight');
  await tab.page.keyboard.press('ArrowRight');
  await expect.poll(() => mttr.getAttribute('aria-valuenow')).toBe('2');
  const words = await mttr.getAttribute('aria-valuetext');
  expect(words).toMatch(/\d{4}: mean .+, p50 .+, p95 .+, n \d+$/);
  await tab.page.keyboard.press('Enter');
  await list(tab).getByRole('heading', { name: 'Time to resolve' }).waitFor();
  expect(await listed(tab)).toBe(Number(words?.match(/n (\d+)$/)?.[1]));
  await tab.page.goBack();
  await list(tab).waitFor({ state: 'detached' });
});

test('a part of a stack opens the incidents of that severity at that time', async () => {
  const tab = await openMetrics('?range=7d');
  const stack = chart(tab, 'Incidents by severity');
  await stack.focus();
  await tab.page.keyboard.press('Home');
  const lowAt = async () => Number((await stack.getAttribute('aria-valuetext'))?.match(/(\d+) low/)?.[1] ?? 0);
  let place = 0;
  while ((await lowAt()) === 0 && place < 6) {
    await tab.page.keyboard.press('ArrowRight');
    place += 1;
  }
  const low = await lowAt();
  expect(low).toBeGreaterThan(0);
  const box = await stack.boundingBox();
  if (box === null) throw new Error('The chart is not shown');
  // Just above the axis, whose labels take some room, lies the mildest.
  const [left, bottom] = [26, 34];
  await tab.page.mouse.click(box.x + left + ((box.width - left) * (place + 0.5)) / 7, box.y + box.height - bottom);
  await list(tab)
    .getByText(/^Low · /)
    .waitFor();
  expect(await listed(tab)).toBe(low);
});

test('an hour of the week opens what was opened in that hour, in all its weeks', async () => {
  const tab = await openMetrics();
  const hours = section(tab, 'Hours of the week');
  const countAt = async (hour: number) => {
    const label = await hours
      .getByRole('button', { name: new RegExp(`^Tuesday ${hour}:00, `) })
      .getAttribute('aria-label');
    return numberIn(label?.replace(`${hour}:00`, '') ?? null);
  };
  // The history ends now: which hours had something depends on when that is.
  let hour = 10;
  while (hour < 18 && (await countAt(hour)) === 0) hour += 1;
  const count = await countAt(hour);
  expect(count).toBeGreaterThan(0);
  await hours.getByRole('button', { name: /^Monday 09:00, / }).focus();
  await tab.page.keyboard.press('ArrowDown');
  for (let at = 9; at < hour; at += 1) await tab.page.keyboard.press('ArrowRight');
  await tab.page.keyboard.press('Enter');
  await list(tab)
    .getByText(new RegExp(`^Tuesdays ${hour}:00–${hour + 1}:00 · `))
    .waitFor();
  expect(await listed(tab)).toBe(count);
});
