import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { type AxeException, findAxeViolations } from '../support/findAxeViolations.ts';

const stage = prepareStage();
let filled: Promise<{ number: number }> | undefined;

/** A board with something of everything: all severities in all columns, and an escalation. */
function fill(): Promise<{ number: number }> {
  filled ??= fillBoard();
  return filled;
}

async function fillBoard(): Promise<{ number: number }> {
  for (const reportedSeverity of ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const) {
    const metrics = [{ name: 'error_rate', value: 6, unit: '%', warning: 2, critical: 10 }];
    for (const title of ['Open', 'In hand', 'Over']) {
      const { id } = await stage.incident({ title: `${title}, ${reportedSeverity}`, reportedSeverity, metrics });
      if (title === 'In hand') await stage.client.acknowledge(id, 'On it');
      if (title === 'Over') await stage.client.resolve(id);
    }
  }
  return stage.incident({ title: 'The last one', reportedSeverity: 'CRITICAL' });
}

const themes = ['light', 'dark'] as const;

interface PageToLookAt {
  readonly path?: string;
  readonly shown: (page: Page) => Locator;
  readonly exceptions?: readonly AxeException[];
}

/**
 * GraphiQL draws its tabs itself, each as `role="tab"` with the buttons to name and to close it inside, and has no option for them. The
 * other rules hold in it too.
 */
const graphiqlTabs: readonly AxeException[] = [
  { rule: 'nested-interactive', selector: '.explorer-frame .graphiql-tab' },
];

/** Every route of the board, with the path that shows it and what says that it is there. */
const pages: Readonly<Record<string, PageToLookAt>> = {
  '/': { shown: (page) => page.getByRole('region', { name: 'Trend', exact: true }).getByRole('img') },
  '/incidents': { shown: (page) => page.getByRole('row').getByText('The last one').first() },
  '/incidents/$id': { path: '/incidents/NUMBER', shown: (page) => page.getByText('The last one').first() },
  '/integrations': { shown: (page) => page.getByRole('heading', { level: 1, name: 'Integrations' }) },
  '/settings': { shown: (page) => page.getByRole('heading', { level: 1, name: 'Settings' }) },
  '/services': { shown: (page) => page.getByRole('heading', { level: 1, name: 'Services' }) },
  '/policies': { shown: (page) => page.getByText('Version 1').first() },
  '/metrics': { shown: (page) => page.getByRole('slider', { name: /^Time to resolve/ }) },
  '/silences': { shown: (page) => page.getByRole('heading', { level: 1, name: 'Silences' }) },
  '/explorer': {
    shown: (page) => page.getByRole('region', { name: 'Operation Editor' }).getByText('totalCount'),
    exceptions: graphiqlTabs,
  },
};

test('no route is forgotten here', async () => {
  const source = await readFile(new URL('../../web/src/router.tsx', import.meta.url), 'utf8');
  const routes = [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.toSorted()).toEqual(Object.keys(pages).toSorted());
});

test.each(Object.entries(pages))('axe finds nothing on %s, light and dark', async (route, page) => {
  const { path = route, shown, exceptions } = page;
  const { number } = await fill();
  const tab = await stage.open({ path: path.replace('NUMBER', String(number)), context: { colorScheme: 'light' } });
  for (const colorScheme of themes) {
    await tab.page.emulateMedia({ colorScheme });
    await shown(tab.page).waitFor();
    expect(await findAxeViolations(tab.page, exceptions)).toEqual([]);
  }
});

test('axe finds nothing on the wall, light and dark', async () => {
  await fill();
  const tab = await stage.visit(`${stage.vigil.url}/wall#token=${encodeURIComponent(stage.vigil.token)}`);
  await tab.page.getByText('The last one').first().waitFor();
  for (const colorScheme of themes) {
    await tab.page.emulateMedia({ colorScheme });
    expect(await findAxeViolations(tab.page)).toEqual([]);
  }
});

test.each(themes)('axe finds nothing on the sign-in page in %s', async (colorScheme) => {
  const tab = await stage.visit(stage.vigil.url, { colorScheme });
  await tab.button('Sign in').click();
  await tab.page.getByRole('alert').waitFor();
  expect(await findAxeViolations(tab.page)).toEqual([]);
});

test('nothing is cut off or pushed aside at 320 pixels', async () => {
  const { number } = await fill();
  for (const path of ['/', `/incidents/${number}`, '/incidents']) {
    const tab = await stage.open({ path, context: { viewport: { width: 320, height: 640 } } });
    await tab.page.getByText('The last one').first().waitFor();
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await stage.close(tab);
  }
});
