/** `node --import tsx test/support/takeScreenshot.ts [NAME …]`: the README's pictures, of the demo after a while; all of them without a name. */
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createVigilClient } from '@vigil/schema';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { makeDataFolder, spawnServer } from './serverProcess.ts';
import { openTab } from './tab.ts';

/** Long enough for something of everything, too short for the most urgent ones to be taken into hand. */
const demoForMs = 40_000;
const mostBytes = 250 * 1024;

interface Picture {
  readonly path: string;
  readonly colorScheme: 'light' | 'dark';
  /** Of 1440 pixels. */
  readonly height: number;
  /** Waits until everything is there that is to be seen. */
  readonly settle: (page: Page) => Promise<void>;
  /** Kept by the browser before the page is opened. */
  readonly sessionItems?: Readonly<Record<string, string>>;
}

const folder = await makeDataFolder();
const server = spawnServer({ VIGIL_DATA_DIR: folder.path }, '--demo');
const browser = await launchChromium();
try {
  const url = await server.url();
  const client = createVigilClient({ url, token: server.token });
  await sleep(demoForMs);
  const [policy, urgent] = await Promise.all([
    client.policy(),
    client.incidents({ filter: { status: ['OPEN'], service: ['checkout', 'payments'] }, orderBy: 'URGENCY', first: 1 }),
  ]);
  const all = pictures(policy?.document ?? '', urgent.nodes[0]?.number ?? 1);
  const names = process.argv.slice(2);
  for (const [name, picture] of Object.entries(all)) {
    if (names.length === 0 || names.includes(name)) await take(url, name, picture);
  }
  client.close();
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await server.ended;
  await folder.remove();
}

function pictures(policy: string, urgent: number): Readonly<Record<string, Picture>> {
  const shared = { colorScheme: 'light', height: 900 } as const;
  return {
    board: { ...shared, path: '/', settle: (page) => page.getByText('/s', { exact: true }).waitFor() },
    incident: {
      ...shared,
      height: 1000,
      path: `/incidents/${urgent}`,
      settle: (page) => page.getByRole('heading', { name: 'Why this severity' }).waitFor(),
    },
    wall: {
      ...shared,
      colorScheme: 'dark',
      path: '/wall',
      settle: (page) => page.getByText(/^and \d+ more/).waitFor(),
    },
    metrics: {
      ...shared,
      height: 1080,
      path: '/metrics',
      settle: (page) => page.getByRole('slider').nth(3).waitFor(),
    },
    policies: {
      ...shared,
      colorScheme: 'dark',
      height: 1480,
      path: '/policies?edit=1',
      // A draft that says something else than what is in force.
      sessionItems: {
        'vigil.policyDraft.1': policy.replace(
          /MEDIUM: 0\.2\n(\s+)HIGH: 0\.4\n(\s+)CRITICAL: 0\.7/,
          'MEDIUM: 0.3\n$1HIGH: 0.6\n$2CRITICAL: 0.9',
        ),
      },
      settle: async (page) => {
        await page.getByRole('button', { name: /^Rehearse on/ }).click();
        await page
          .getByRole('region', { name: 'Rehearsal' })
          .getByText(/signals/)
          .first()
          .waitFor();
      },
    },
  };
}

async function take(url: string, name: string, picture: Picture): Promise<void> {
  const { path, colorScheme, height, settle, sessionItems = {} } = picture;
  const tab = await openTab(await browser.newContext({ viewport: { width: 1440, height }, colorScheme }));
  await tab.page.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value);
  }, sessionItems);
  await tab.page.goto(`${url}${path}#token=${server.token}`);
  await settle(tab.page);
  // Charts come in after what is waited for.
  await sleep(1_500);
  const file = fileURLToPath(new URL(`../../docs/${name}.png`, import.meta.url));
  await tab.page.screenshot({ path: file, animations: 'disabled' });
  const { size } = await stat(file);
  process.stdout.write(`${file}: ${size} bytes\n${tab.faults().join('\n')}\n`);
  if (size > mostBytes) throw new Error(`${file} has ${size} bytes, at most ${mostBytes} belong into the repository`);
  await tab.close();
}
