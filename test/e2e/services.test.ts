import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareStage } from '../support/board.ts';
import { findAxeViolations } from '../support/findAxeViolations.ts';
import { requestGraphQL } from '../support/request.ts';
import type { Tab } from '../support/tab.ts';

const stage = prepareStage();

const detail = (tab: Tab, name: string) => tab.page.getByRole('region', { name: `Service ${name}` });
const row = (tab: Tab, name: string) => tab.page.getByRole('row', { name: new RegExp(`^${name} `) });

async function importServices(document: string): Promise<void> {
  const query =
    'mutation ($document: String!) { importCatalogue(input: { document: $document }) { userErrors { message } } }';
  const { data, errors } = await requestGraphQL(stage.vigil, query, { document });
  expect({ data, errors }).toMatchObject({ data: { importCatalogue: { userErrors: [] } } });
}

test('the first service is added, described, and found again by its address', async () => {
  const tab = await stage.open();
  await tab.page.keyboard.press('g');
  await tab.page.keyboard.press('v');
  await tab.page.getByText('The catalogue is empty').waitFor();
  await tab.page.keyboard.press('n');
  await tab.page.getByLabel('Name', { exact: true }).fill('billing');
  await tab.page.getByLabel('Tier').selectOption('1');
  await tab.page.getByLabel('Owner').fill('Payments');
  await tab.page.getByLabel('What it is').fill('Writes the invoices');
  await tab.button('Save').click();
  await detail(tab, 'billing').getByText('Writes the invoices').waitFor();
  expect(new URL(tab.page.url()).search).toBe('?service=billing');
  await tab.page.reload();
  await detail(tab, 'billing').getByText('answered for by Payments').waitFor();
});

test('what stands on what is shown both ways, followed by links, and changed', async () => {
  await importServices('services: [{ name: shop, tier: 2, dependsOn: [shop-db] }, { name: shop-db, tier: 1 }]');
  const tab = await stage.open({ path: '/services?service=shop' });
  await detail(tab, 'shop').getByRole('link', { name: 'shop-db' }).click();
  await detail(tab, 'shop-db').getByRole('link', { name: 'shop', exact: true }).waitFor();
  expect(await detail(tab, 'shop-db').getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
  await detail(tab, 'shop-db').getByRole('link', { name: 'shop', exact: true }).click();
  await detail(tab, 'shop').getByRole('link', { name: 'Edit' }).click();
  await tab.page.getByLabel('Stands on').fill('shop-db, nowhere');
  await tab.button('Save').click();
  await tab.page
    .getByRole('alert')
    .getByText(/nowhere/)
    .waitFor();
  await tab.page.getByLabel('Stands on').fill('');
  await tab.button('Save').click();
  await detail(tab, 'shop').getByText('Nothing of the catalogue.').waitFor();
  await detail(tab, 'shop').getByRole('link', { name: 'Silence it' }).click();
  expect(await tab.page.getByLabel('Value 1').inputValue()).toBe('shop');
  await tab.page.goBack();
  await detail(tab, 'shop').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => row(tab, 'shop').count()).toBe(0);
});

test('a file is imported, and what is wrong in it is named with line and path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-services-'));
  const [wrong, right] = [join(folder, 'wrong.yaml'), join(folder, 'right.json')];
  await writeFile(wrong, 'services:\n  - { name: api, tier: 1 }\n  - name: web\n    tier: 9\n');
  await writeFile(
    right,
    JSON.stringify({
      services: [
        { name: 'api', tier: 1 },
        { name: 'web', tier: 2, dependsOn: ['api'] },
      ],
    }),
  );
  const tab = await stage.open({ path: '/services?form=import' });
  await tab.page.getByLabel('Choose a file').setInputFiles(wrong);
  await tab.button('Import').click();
  await tab.page
    .getByRole('alert')
    .getByText(/Line 4, services\.1\.tier: tier must be one of/)
    .waitFor();
  await tab.page.getByLabel('Choose a file').setInputFiles(right);
  await tab.button('Import').click();
  await tab.notice('Imported: 2 added, 0 changed, 0 removed').waitFor();
  await row(tab, 'web').waitFor();
  await tab.page.getByLabel('Search services').fill('api');
  await expect.poll(() => row(tab, 'web').count()).toBe(0);
  await expect.poll(() => new URL(tab.page.url()).searchParams.get('q')).toBe('api');
  await rm(folder, { recursive: true });
});

test('a viewer is told which role it takes', async () => {
  await importServices('services: [{ name: seen, tier: 4 }]');
  const tab = await stage.open({
    token: await stage.token('Vera', 'VIEWER'),
    path: '/services?service=seen&form=edit',
  });
  const save = tab.button('Save');
  expect(await save.isDisabled()).toBe(true);
  const describedBy = await save.getAttribute('aria-describedby');
  expect(await tab.page.locator(`[id="${describedBy}"]`).textContent()).toContain('Needs the role ADMIN');
});

test.each(['light', 'dark'] as const)('axe finds nothing on the page in %s', async (colorScheme) => {
  await importServices(
    'services: [{ name: axe, tier: 1, owner: Team, dependsOn: [handle] }, { name: handle, tier: 3 }]',
  );
  for (const path of [
    '/services?service=axe',
    '/services?form=import',
    '/services?service=axe&form=edit',
    '/services?view=learned',
  ]) {
    const tab = await stage.open({ path, context: { colorScheme } });
    if (path.includes('learned')) await tab.page.getByRole('list', { name: 'Learned groups' }).waitFor();
    else await row(tab, 'axe').waitFor();
    expect(await findAxeViolations(tab.page)).toEqual([]);
    await stage.close(tab);
  }
});

test('nothing is pushed aside at 320 pixels', async () => {
  await importServices(`services: [{ name: ${'long-name-'.repeat(9)}, tier: 1 }]`);
  for (const path of [`/services?service=${'long-name-'.repeat(9)}`, '/services?form=new']) {
    const tab = await stage.open({ path, context: { viewport: { width: 320, height: 640 } } });
    await row(tab, 'long-name')
      .or(tab.page.getByRole('row', { name: /^long-name/ }))
      .first()
      .waitFor();
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await stage.close(tab);
  }
});
