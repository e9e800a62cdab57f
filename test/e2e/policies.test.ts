import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const editor = (tab: Tab) => tab.page.getByRole('textbox', { name: 'Draft of the policy, YAML' });
const check = (tab: Tab) => tab.page.getByRole('region', { name: 'Check' });
const rehearsal = (tab: Tab) => tab.page.getByRole('region', { name: 'Rehearsal' });
const dialog = (tab: Tab) => tab.page.getByRole('dialog');

/** Writes a line at the end of the draft. */
async function append(tab: Tab, text: string): Promise<void> {
  await editor(tab).click();
  await tab.page.keyboard.press('Control+End');
  await tab.page.keyboard.insertText(text);
}

/** Replaces the whole draft. */
async function write(tab: Tab, text: string): Promise<void> {
  await editor(tab).click();
  await tab.page.keyboard.press('Control+a');
  await tab.page.keyboard.insertText(text);
}

async function openDraft(path = '/policies?edit=1&alone=1'): Promise<Tab> {
  const tab = await stage.open({ path });
  await editor(tab).waitFor();
  await check(tab)
    .getByText(/^Says the same/)
    .waitFor();
  return tab;
}

test('a draft is written beside the policy in force, kept, put in force with a reason, and rolled back', async () => {
  const tab = await stage.open();
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('p');
  await tab.page.getByRole('heading', { name: /^Version 1/ }).waitFor();
  await tab.page.getByRole('textbox', { name: 'Version 1, YAML' }).waitFor();
  await tab.page.getByRole('link', { name: 'Edit as a draft' }).click();
  await tab.page.getByRole('textbox', { name: 'Version 1, in force, YAML' }).waitFor();
  await write(
    tab,
    'name: quiet nights\nprofile: load-v2\ngrouping:\n  by: service\nseverity:\n  cuts:\n    CRITICAL: 0.9\n',
  );
  await check(tab)
    .getByText(/^Valid: \d+ changes? against version 1/)
    .waitFor();
  await tab.page.getByLabel('What it is for').fill('Fewer pages at night');
  await tab.button('Keep as a new version').click();
  await tab.page.getByRole('heading', { name: 'Version 2 · quiet nights' }).waitFor();
  expect(new URL(tab.page.url()).search).toBe('?version=2');
  const differences = tab.page.getByRole('row', { name: /^severity\.cuts\.CRITICAL/ });
  expect(await differences.textContent()).toContain('0.9');

  await tab.button('Activate…').click();
  expect(await dialog(tab).getByRole('button', { name: 'Activate' }).isDisabled()).toBe(true);
  await dialog(tab).getByLabel('Why').fill('The team agreed');
  await dialog(tab).getByRole('button', { name: 'Activate' }).click();
  await tab.notice('Version 2 is in force').waitFor();
  await tab.page.getByRole('heading', { name: /Version 2.*in force/ }).waitFor();

  await tab.page.getByRole('link', { name: 'History' }).click();
  const history = tab.page.getByRole('list', { name: 'History' });
  await history.getByText('The team agreed').waitFor();
  await history.getByRole('button', { name: 'Roll back to it…' }).click();
  await dialog(tab).getByLabel('Why').fill('Too quiet');
  await dialog(tab).getByRole('button', { name: 'Roll back' }).click();
  await history.getByText('Too quiet').waitFor();
  expect((await history.getByRole('listitem').first().textContent()) ?? '').toMatch(
    /Version 1.*in force.*after version 2/,
  );
});

test('what is wrong stands at its line, with the server’s words, and cannot be kept', async () => {
  const tab = await openDraft();
  await write(tab, 'name: wrong\nseverity:\n  cuts:\n    HIGH: 7\n');
  await check(tab).getByText('Line 4: severity.cuts.HIGH is 7').waitFor();
  await tab.page.locator('.cm-lintRange-error').filter({ hasText: 'HIGH' }).first().waitFor();
  expect(await tab.button('Keep as a new version').isDisabled()).toBe(true);
  await write(tab, 'name: wrong\nseverity: [1\ncuts: 2');
  await check(tab)
    .getByText(/Not YAML/)
    .waitFor();
});

test('fields and values are completed from the policy’s schema', async () => {
  const tab = await openDraft();
  await write(tab, 'name: mine\ngrouping:\n  b');
  const option = tab.page.getByRole('option', { name: /^by/ });
  await tab.page.keyboard.press('Control+Space');
  await option.waitFor();
  expect(await option.textContent()).toContain('signal or service or labels or learned');
  await option.click();
  await tab.page.keyboard.press('Control+Space');
  await tab.page.getByRole('option', { name: 'service', exact: true }).click();
  await expect.poll(() => editor(tab).textContent()).toContain('by: service');
});

test('what was typed survives a reload, and can be begun anew', async () => {
  const tab = await openDraft();
  await append(tab, '# a thought\n');
  await expect
    .poll(() => tab.page.evaluate(() => sessionStorage.getItem('vigil.policyDraft.1')))
    .toContain('a thought');
  await tab.page.reload();
  await expect.poll(() => editor(tab).count()).toBe(1);
  await tab.button('Start over').waitFor();
  await tab.button('Start over').click();
  await expect.poll(() => tab.page.evaluate(() => sessionStorage.getItem('vigil.policyDraft.1'))).toBeNull();
});

test('a rehearsal shows what would differ, with links to the incidents, and can be cancelled', async () => {
  const { number } = await stage.incident({ title: 'Rehearsed', reportedSeverity: 'HIGH' });
  const tab = await openDraft();
  await write(
    tab,
    'name: strict\nprofile: load-v2\ngrouping: { by: service }\nseverity:\n  cuts: { MEDIUM: 0.01, HIGH: 0.02, CRITICAL: 0.03 }\n',
  );
  await rehearsal(tab).getByRole('button', { name: 'Rehearse on the last 7 days' }).click();
  await rehearsal(tab)
    .getByRole('row', { name: /^Incidents opened/ })
    .waitFor();
  await rehearsal(tab)
    .getByText(/Incidents of another severity/)
    .waitFor();
  await rehearsal(tab)
    .getByRole('link', { name: `#${number} Rehearsed` })
    .waitFor();
  await append(tab, '# changed\n');
  await rehearsal(tab).getByText('The draft was changed since').waitFor();

  await tab.page.getByRole('radio', { name: '24 hours' }).click();
  await rehearsal(tab).getByRole('button', { name: 'Rehearse on the last 24 hours' }).click();
  const cancel = rehearsal(tab).getByRole('button', { name: 'Cancel' });
  if (await cancel.isVisible()) await cancel.click({ timeout: 2000 }).catch(() => undefined);
  await rehearsal(tab).getByRole('button', { name: 'Rehearse on the last 24 hours' }).waitFor();
});

test('a policy is exported as a file and imported again as a draft', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-policy-'));
  const tab = await stage.open({ path: '/policies' });
  const [download] = await Promise.all([tab.page.waitForEvent('download'), tab.button('Export').click()]);
  expect(download.suggestedFilename()).toBe('policy-1.yaml');
  const text = await readFile(await download.path(), 'utf8');
  const file = join(folder, 'changed.yaml');
  await writeFile(file, text.replace(/^name: .*$/m, 'name: imported'));
  await tab.page.getByLabel('Import YAML').setInputFiles(file);
  await check(tab).getByText('Valid: 1 change against version 1, which is in force').waitFor();
  await rm(folder, { recursive: true });
});

test('a viewer may read and rehearse, and is told which role it takes to keep a draft', async () => {
  const tab = await stage.open({ token: await stage.token('Vera', 'VIEWER'), path: '/policies?edit=1&alone=1' });
  await write(tab, 'name: viewer\ngrouping: { by: service }\n');
  await check(tab)
    .getByText(/^Valid/)
    .waitFor();
  const keep = tab.button('Keep as a new version');
  expect(await keep.isDisabled()).toBe(true);
  const describedBy = await keep.getAttribute('aria-describedby');
  expect(await tab.page.locator(`[id="${describedBy}"]`).textContent()).toContain('Needs the role ADMIN');
  await rehearsal(tab).getByRole('button', { name: 'Rehearse on the last 7 days' }).click();
  await rehearsal(tab)
    .getByText(/It would have opened|As many incidents|No signal was received/)
    .waitFor();
});

test.each(['light', 'dark'] as const)('axe finds nothing on the page in %s', async (colorScheme) => {
  for (const path of ['/policies', '/policies?edit=1', '/policies?view=history']) {
    const tab = await stage.open({ path, context: { colorScheme } });
    if (path.includes('history')) await tab.page.getByRole('list', { name: 'History' }).waitFor();
    else await tab.page.getByRole('textbox', { name: /Version 1.*YAML/ }).waitFor();
    if (path.includes('edit'))
      await check(tab)
        .getByText(/^Says the same/)
        .waitFor();
    expect(await findAxeViolations(tab.page)).toEqual([]);
    await stage.close(tab);
  }
});

test('nothing is pushed aside at 320 pixels', async () => {
  const context = { viewport: { width: 320, height: 640 } };
  for (const path of ['/policies', '/policies?edit=1&alone=1', '/policies?view=history']) {
    const tab = await stage.open({ path, context });
    await tab.page.getByRole('heading', { level: 1 }).waitFor();
    if (path.includes('edit')) await editor(tab).waitFor();
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await stage.close(tab);
  }
});
