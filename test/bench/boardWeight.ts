import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const assets = fileURLToPath(new URL('../../web/dist/assets', import.meta.url));
const kib = 1024;
/** Loaded for the figures under the board, after it is painted: Chart.js, by a word of its own, and what draws with it. */
const isChart = (file: string, text: string) =>
  /^(BarChart|PanelStrip)-/.test(file) || text.includes('datasetElementType');

/** Gzipped KiB of what the browser has loaded. */
export async function weighBoard(page: Page) {
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
