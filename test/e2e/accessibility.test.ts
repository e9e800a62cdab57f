import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';

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
const places = ['board', 'incident', 'incidents'] as const;

test.each(themes.flatMap((theme) => places.map((place) => [place, theme] as const)))(
  'axe finds nothing on the %s page in %s',
  async (place, theme) => {
    const { number } = await fill();
    const paths = { board: '/', incident: `/incidents/${number}`, incidents: '/incidents' };
    const tab = await stage.open({ path: paths[place], context: { colorScheme: theme } });
    if (place === 'board')
      await tab.page.getByRole('region', { name: 'Trend', exact: true }).getByRole('img').waitFor();
    else await tab.page.getByText('The last one').first().waitFor();
    expect(await findAxeViolations(tab.page)).toEqual([]);
  },
);

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
  }
});
