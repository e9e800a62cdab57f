import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { correctIncidents } from '../support/correctedIncidents.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';

const policy = `name: by service
profile: load-v2
grouping: { by: service }
learned: shadow
notify: { severities: [CRITICAL], targets: [team] }
targets:
  team: { channel: webhook, url: "https://team.example/hook", secret: "for the test" }
`;
const stage = prepareStage({ policy });

test('a token is made, shown once with a link that signs in, and revoked', async () => {
  const tab = await stage.open();
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('t');
  await tab.page.getByRole('link', { name: 'API tokens' }).click();
  await tab.button('Make a token').click();
  await tab.page.getByLabel('Name', { exact: true }).fill('Grace');
  await tab.page.getByLabel('Role').selectOption('RESPONDER');
  await tab.button('Make the token').click();
  const link = (await tab.page.getByRole('region', { name: 'Sign-in link' }).locator('pre').textContent()) ?? '';
  const grace = await stage.visit(link);
  grace.expectFault(/401/);
  await grace.connection.getByText('Live', { exact: true }).waitFor();
  await tab.button('I have it').click();
  await expect.poll(() => tab.page.content()).not.toContain(link.split('token=')[1]);

  const tokens = tab.page.getByRole('list', { name: 'Tokens in force' });
  await tokens.getByText('Grace').waitFor();
  await tab.button('Revoke Grace…').click();
  await tokens.getByRole('button', { name: 'Keep' }).click();
  await tab.button('Revoke Grace…').click();
  await tokens.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect.poll(() => tokens.getByText('Grace').count()).toBe(0);
  await grace.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('who is signed in is shown, and times follow the time zone that was chosen', async () => {
  const tab = await stage.open({ path: '/settings', context: { timezoneId: 'Europe/Berlin' } });
  await tab.page.getByRole('region', { name: 'Signed in' }).getByText('ADMIN: everything').waitFor();
  await tab.page.getByText(/Now it is .*GMT\+[12]/).waitFor();
  await tab.page.getByLabel('Times are shown in').selectOption('Asia/Tokyo');
  await tab.page.getByText(/Now it is .*GMT\+9/).waitFor();
  const { number } = await stage.incident();
  await tab.page.goto(`${stage.vigil.url}/incidents/${number}`);
  await expect.poll(() => tab.page.locator('time').first().getAttribute('data-absolute')).toMatch(/GMT\+9/);
});

test('notifications and keys are reached from here', async () => {
  const tab = await stage.open({ path: '/settings' });
  await tab.button('Notifications…').click();
  await tab.page.getByRole('dialog', { name: 'Notifications' }).waitFor();
  await tab.page.keyboard.press('Escape');
  await tab.button('Keys…').click();
  await tab.page.getByRole('dialog', { name: 'Keys' }).waitFor();
});

test('the policy’s targets are shown with what is sent to them, and never their secrets', async () => {
  const tab = await stage.open({ path: '/settings?view=channels' });
  const targets = tab.page.getByRole('list', { name: 'Targets' });
  await targets.getByText('new and worse incidents (CRITICAL)').waitFor();
  await targets.getByRole('link', { name: /team\.example/ }).waitFor();
  await targets.getByText('Signed with a secret').waitFor();
  expect(await tab.page.content()).not.toContain('for the test');
  await tab.page.getByRole('link', { name: 'Change them in a draft' }).click();
  await tab.page.getByRole('textbox', { name: 'Draft of the policy, YAML' }).waitFor();
});

test('a training is refused for want of corrections, and makes a model once there are some', async () => {
  const tab = await stage.open({ path: '/settings?view=learning' });
  await tab.page.getByText('No model was trained yet').waitFor();
  await tab.page.getByText('learned: shadow').waitFor();
  await tab.button('Train on the last 30 days').click();
  await tab.page
    .getByRole('alert')
    .getByText(/^No training was begun: /)
    .waitFor();

  const severities = Array.from({ length: 24 }, (_, place) =>
    place % 2 === 0 ? ('CRITICAL' as const) : ('LOW' as const),
  );
  await correctIncidents(stage.vigil.app, severities);
  await tab.button('Train on the last 30 days').click();
  const training = tab.page.getByRole('region', { name: 'Training' });
  await training.getByText('Done').waitFor({ timeout: 30_000 });
  await tab.page.getByRole('region', { name: 'Model' }).getByText('learned from 24 corrected incidents').waitFor();
  await tab.page.getByRole('row', { name: /^Model/ }).waitFor();
});

test('a viewer sees themselves, and is told what takes an administrator', async () => {
  const tab = await stage.open({ token: await stage.token('Vera', 'VIEWER'), path: '/settings?view=tokens' });
  await tab.page.getByText(/It needs the role ADMIN; “Vera” has VIEWER/).waitFor();
  await tab.page.getByRole('link', { name: 'Learned severity' }).click();
  expect(await tab.button('Train on the last 30 days').isDisabled()).toBe(true);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the page in %s, and nothing is pushed aside',
  async (colorScheme) => {
    const shown = {
      '': 'Signed in',
      '?view=tokens': 'Make a token',
      '?view=channels': 'Signed with',
      '?view=learning': 'Training',
    };
    for (const [view, text] of Object.entries(shown)) {
      const tab = await stage.open({ path: `/settings${view}`, context: { colorScheme } });
      await tab.page.locator('main').getByText(text).first().waitFor();
      expect(await findAxeViolations(tab.page)).toEqual([]);
      await tab.page.setViewportSize({ width: 320, height: 640 });
      expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await stage.close(tab);
    }
  },
);
