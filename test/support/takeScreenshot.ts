/** `node --import tsx test/support/takeScreenshot.ts docs/board.png`: the board of the demo after a while, for the README. */
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from './chromium.ts';
import { makeDataFolder, spawnServer } from './serverProcess.ts';
import { openTab } from './tab.ts';

const demoForMs = 40_000;
const mostBytes = 300 * 1024;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: takeScreenshot.ts FILE.png');

const folder = await makeDataFolder();
const server = spawnServer({ VIGIL_DATA_DIR: folder.path }, '--demo');
const browser = await launchChromium();
try {
  const tab = await openTab(await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' }));
  await tab.page.goto(`${await server.url()}/#token=${server.token}`);
  await tab.connection.getByText('Live', { exact: true }).waitFor();
  await sleep(demoForMs);
  await tab.page.screenshot({ path, animations: 'disabled' });
  const { size } = await stat(path);
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes, at most ${mostBytes} belong into the repository`);
  process.stdout.write(`${path}: ${size} bytes\n${tab.faults().join('\n')}\n`);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await server.ended;
  await folder.remove();
}
