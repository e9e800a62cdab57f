import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createVigilClient } from '@vigil/schema';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { makeDataFolder, spawnServer } from '../support/serverProcess.ts';
import { type FrameFigures, watchFrames } from './watchFrames.ts';

const assets = fileURLToPath(new URL('../../web/dist/assets', import.meta.url));
const incidents = 5_000;
const changesPerSecond = 200;
const stormSeconds = 30;
/** The machine may be busy with other things; what is measured is measured later. */
const patienceMs = 120_000;
const kib = 1024;
/** Loaded for the figures under the board, after it is painted: Chart.js, by a word of its own, and what draws with it. */
const isChart = (file: string, text: string) =>
  /^(BarChart|PanelStrip)-/.test(file) || text.includes('datasetElementType');

/** What the board weighs, and how it keeps up: 5,000 incidents, 200 changes a second, in a real browser on the same machine. */
export const boardBudgets = {
  goals: {
    boardScriptKib: { atMost: 265 },
    boardStyleKib: { atMost: 25 },
    boardChartKib: { atMost: 90 },
    boardStormFps: { atLeast: 58 },
    boardStormRows: { atMost: 60 },
  },
  rounds: 1,
  measure: async () => {
    const folder = await makeDataFolder();
    const policy = join(folder.path, 'policy.yaml');
    await writeFile(policy, groupedByService);
    const server = spawnServer({ VIGIL_DATA_DIR: folder.path, VIGIL_POLICY: policy, LOG_LEVEL: 'error' });
    const browser = await launchChromium();
    try {
      const url = await server.url();
      const client = createVigilClient({ url, token: server.token });
      await client.ingestAll(Array.from({ length: incidents }, (_, n) => signal(n)));
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      page.setDefaultTimeout(patienceMs);
      await page.goto(`${url}/#token=${encodeURIComponent(server.token)}`);
      await page.getByRole('status', { name: 'Connection' }).getByText('Live', { exact: true }).waitFor();
      await page.getByRole('article').first().waitFor();
      await page.waitForLoadState('networkidle');
      const weight = await weigh(page);
      const storm = await inStorm(page, async () => {
        for (let second = 0; second < stormSeconds; second += 1) {
          const begun = performance.now();
          const some = Array.from({ length: changesPerSecond }, (_, n) =>
            signal((second * changesPerSecond + n) % incidents),
          );
          await client.ingestAll(some);
          await sleep(Math.max(0, 1000 - (performance.now() - begun)));
        }
      });
      client.close();
      return {
        values: { ...weight, boardStormFps: storm.framesPerSecond, boardStormRows: storm.mostRows },
        detail: `${incidents} incidents, ${changesPerSecond} changes/s for ${stormSeconds} s: longest frame ${storm.longestMs.toFixed(0)} ms, ${storm.over50} over 50 ms, heap ${storm.heapGrowthMb.toFixed(1)} MB more`,
      };
    } finally {
      await browser.close();
      server.kill('SIGTERM');
      await server.ended;
      await folder.remove();
    }
  },
};

const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;
const troubles = [
  'Latency',
  'Error rate',
  'Queue',
  'Memory',
  'Disk',
  'Replication lag',
  'Certificate',
  'Backlog',
] as const;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A service's signal; titles differ by words, so that the board cannot fold them into one storm. */
function signal(n: number) {
  const word = `${letters[n % 26]}${letters[Math.floor(n / 26) % 26]}${letters[Math.floor(n / 676) % 26]}`;
  return {
    source: 'bench',
    service: `service-${word}`,
    title: `${troubles[n % troubles.length]} of ${word} is out of bounds`,
    reportedSeverity: severities[n % severities.length] ?? 'LOW',
    metrics: [{ name: 'load', value: (n * 7919) % 100, warning: 50, critical: 90 }],
  };
}

/** Gzipped KiB of what the browser has loaded. */
async function weigh(page: Page) {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const files = [...new Set(loaded.map((name) => basename(new URL(name).pathname)))];
  let [script, style, chart] = [0, 0, 0];
  for (const file of files) {
    const path = join(assets, file);
    if (!/\.(js|css)$/.test(file) || !existsSync(path)) continue;
    const text = await readFile(path, 'utf8');
    const size = gzipSync(text, { level: 9 }).length / kib;
    if (file.endsWith('.css')) style += size;
    else if (isChart(file, text)) chart += size;
    else script += size;
  }
  return { boardScriptKib: script, boardStyleKib: style, boardChartKib: chart };
}

async function inStorm(page: Page, storm: () => Promise<void>): Promise<FrameFigures> {
  const stop = await watchFrames(page);
  await storm();
  return await stop();
}
