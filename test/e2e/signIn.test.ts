import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';

const stage = prepareStage();

test('the link signs in, takes the token out of the address and out of the history', async () => {
  const tab = await stage.open({ path: '/?severity=HIGH' });
  const { origin, pathname, search, hash } = new URL(tab.page.url());
  expect([origin, pathname, search, hash]).toEqual([stage.vigil.url, '/', '?severity=HIGH', '']);
  const before = await tab.page.evaluate(() => window.history.length);
  await tab.page.reload();
  await tab.connection.getByText('Live').waitFor();
  expect(await tab.page.evaluate(() => window.history.length)).toBe(before);
  expect(tab.page.url()).not.toContain(stage.vigil.token);
});

test('who has no token is asked for one, and can paste the whole link', async () => {
  const tab = await stage.visit(stage.vigil.url);
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await tab.button('Sign in').click();
  await tab.page.getByRole('alert').getByText('Paste the token').waitFor();
  await tab.page.getByLabel('Token').fill(`${stage.vigil.url}/#token=${stage.vigil.token}`);
  await tab.page.keyboard.press('Enter');
  await tab.connection.getByText('Live').waitFor();
});

test('a token that the server does not know leads back to the sign-in page with the reason, and is not kept', async () => {
  const tab = await stage.visit(`${stage.vigil.url}/#token=nobody-has-this-token`);
  tab.expectFault(/401/);
  await tab.page.getByRole('alert').getByText('does not accept this token').waitFor();
  expect(await tab.page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain('nobody-has');
  await tab.page.reload();
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await tab.page.getByRole('alert').count()).toBe(0);
});

test('a token that may only send signals is refused in words', async () => {
  const token = await stage.token('A bridge', 'INGESTER');
  const tab = await stage.visit(`${stage.vigil.url}/#token=${token}`);
  await tab.page.getByRole('alert').getByText('"A bridge" may only send signals').waitFor();
  // The state of the system is asked for before it is known that the token may not see it.
  tab.expectFault(/\b403\b/);
});

test('a viewer sees the actions switched off, and why', async () => {
  const { number } = await stage.incident();
  const tab = await stage.open({ token: await stage.token('Vera', 'VIEWER') });
  for (const action of [`Acknowledge #${number}`, `Resolve #${number}`]) {
    expect(await tab.button(action).isDisabled()).toBe(true);
    const describedBy = await tab.button(action).getAttribute('aria-describedby');
    expect(await tab.page.locator(`[id="${describedBy}"]`).textContent()).toMatch(/Needs the role RESPONDER.*Vera/);
  }
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('a');
  await tab.notice('Needs the role RESPONDER').waitFor();
  expect((await stage.client.incident(String(number)))?.status).toBe('OPEN');
});

test('signing out forgets the token', async () => {
  const tab = await stage.open();
  await tab.button('Sign out').click();
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await tab.page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain(stage.vigil.token);
  await tab.page.reload();
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('revoking a token signs its board out', async () => {
  const token = await stage.token('Leaver', 'RESPONDER');
  const tab = await stage.open({ token });
  tab.expectFault(/401/);
  const leaver = (await stage.client.tokens()).find(({ name }) => name === 'Leaver');
  await stage.client.revokeToken(leaver?.id ?? '');
  await tab.page.getByRole('alert').getByText('does not accept this token').waitFor();
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
