import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVigilClient, type VigilClient } from '@vigil/schema';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { makeDataFolder, spawnServer } from '../support/serverProcess.ts';
import { useBoard } from './boardHands.ts';
import { boardSignal, sendStorm } from './boardLoad.ts';
import { weighBoard } from './boardWeight.ts';
import type { Ground } from './ground.ts';
import { followVitals, readVitals, slowDown, type Vitals } from './pageVitals.ts';
import { percentile, pushDelays } from './pushDelay.ts';
import { type FrameFigures, watchFrames } from './watchFrames.ts';

const incidents = 5_000;
const changesPerSecond = 200;
const stormSeconds = 30;
const probes = 60;
/** Until each incident has changed once: only what comes after is growth. */
const warmUpSeconds = incidents / changesPerSecond;
/** What the board may grow in, in minutes. */
const growthMinutes = 30;
/** The machine may be busy with other things; what is measured is measured later. */
const patienceMs = 60_000;

interface Board {
  readonly url: string;
  readonly token: string;
  readonly client: VigilClient;
  readonly browser: Browser;
}

/**
 * What the board weighs, how soon it is there and answers, and how it keeps up: 5,000 incidents, 200 changes a second, in a real browser on
 * the same machine, and in one that has a quarter of a processor and the network of a phone.
 */
export const boardBudgets = {
  goals: {
    boardScriptKib: { atMost: 265 },
    boardStyleKib: { atMost: 25 },
    boardChartKib: { atMost: 90 },
    boardLcpMs: { atMost: 1500 },
    boardLcpSlowMs: { atMost: 2500 },
    boardInpMs: { atMost: 100 },
    boardInpSlowMs: { atMost: 200 },
    boardCls: { atMost: 0.05 },
    boardCommitToPaintP95Ms: { atMost: 250 },
    boardTwoAgreeP95Ms: { atMost: 150 },
    boardStormFps: { atLeast: 58 },
    boardStormSlowFps: { atLeast: 50 },
    boardStormLongFrames: { atMost: 0 },
    boardStormRows: { atMost: 60 },
    boardHeapMb: { atMost: 20 },
  },
  rounds: 1,
  measure: async (_ground: Ground, { minutes }: { minutes: number }) => {
    const folder = await makeDataFolder();
    const policy = join(folder.path, 'policy.yaml');
    await writeFile(policy, groupedByService);
    const server = spawnServer({ VIGIL_DATA_DIR: folder.path, VIGIL_POLICY: policy, LOG_LEVEL: 'error' });
    const browser = await launchChromium();
    try {
      const url = await server.url();
      const client = createVigilClient({ url, token: server.token });
      const board: Board = { url, token: server.token, client, browser };
      await client.ingestAll(Array.from({ length: incidents }, (_, n) => boardSignal(n)));
      const used = await inUse(board, { slow: false });
      const slow = await inUse(board, { slow: true });
      const pushed = await inTwoBrowsers(board);
      const storm = await inStorm(board, { slow: false, seconds: stormSeconds });
      const slowStorm = await inStorm(board, { slow: true, seconds: stormSeconds });
      const long = await inStorm(board, { slow: false, seconds: minutes * 60 });
      client.close();
      const load = `${incidents} incidents`;
      const stormLoad = `${load}, ${changesPerSecond} changes/s for ${stormSeconds} s`;
      return {
        values: {
          ...used.weight,
          boardLcpMs: used.vitals.lcpMs,
          boardLcpSlowMs: slow.vitals.lcpMs,
          boardInpMs: used.vitals.inpMs,
          boardInpSlowMs: slow.vitals.inpMs,
          boardCls: Math.max(used.vitals.cls, slow.vitals.cls),
          boardCommitToPaintP95Ms: percentile(pushed.firstMs, 0.95),
          boardTwoAgreeP95Ms: percentile(pushed.bothMs, 0.95),
          boardStormFps: storm.framesPerSecond,
          boardStormSlowFps: slowStorm.framesPerSecond,
          boardStormLongFrames: storm.over50,
          boardStormRows: Math.max(storm.mostRows, slowStorm.mostRows, long.mostRows),
          boardHeapMb: (long.heapGrowthMb * growthMinutes) / minutes,
        },
        detail: `${stormLoad}: longest frame ${storm.longestMs.toFixed(0)} ms, ${storm.over50} over 50 ms`,
        details: {
          boardLcpMs: load,
          boardLcpSlowMs: `${load}, a quarter of the processor, fast 4G`,
          boardInpMs: `${load}, longest: ${used.vitals.slowest}`,
          boardInpSlowMs: `${load}, a quarter of the processor, longest: ${slow.vitals.slowest}`,
          boardCls: `here ${used.vitals.cls.toFixed(3)}, slowed down ${slow.vitals.cls.toFixed(3)}`,
          boardCommitToPaintP95Ms: `${load}, ${probes} new ones, p50 ${percentile(pushed.firstMs, 0.5).toFixed(0)} ms`,
          boardTwoAgreeP95Ms: `${load}, ${probes} new ones, p50 ${percentile(pushed.bothMs, 0.5).toFixed(0)} ms`,
          boardStormSlowFps: `${stormLoad}, a quarter of the processor: ${slowStorm.over50} frames over 50 ms`,
          boardHeapMb: `${load}, ${changesPerSecond} changes/s: ${long.heapGrowthMb.toFixed(1)} MB in ${minutes} min, as if it went on like that for ${growthMinutes}`,
        },
      };
    } finally {
      await browser.close();
      server.kill('SIGTERM');
      await server.ended;
      await folder.remove();
    }
  },
};

interface OpenOptions {
  readonly search?: string;
  readonly slow?: boolean;
  readonly slowNetwork?: boolean;
}

/** A browser of its own with the board in it, live. */
async function openBoard({ url, token, browser }: Board, options: OpenOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(patienceMs);
  await followVitals(page);
  if (options.slow) await slowDown(page, { network: options.slowNetwork ?? false });
  await page.goto(`${url}/${options.search ?? ''}#token=${encodeURIComponent(token)}`);
  await page.getByRole('status', { name: 'Connection' }).getByText('Live', { exact: true }).waitFor();
  return page;
}

async function inUse(board: Board, { slow }: { readonly slow: boolean }) {
  const page = await openBoard(board, { slow, slowNetwork: slow });
  await page.getByRole('article').first().waitFor();
  await page.waitForLoadState('networkidle');
  const weight = await weighBoard(page);
  const { lcpMs, cls }: Vitals = await readVitals(page);
  await useBoard(page);
  const { inpMs, slowest } = await readVitals(page);
  await page.context().close();
  return { weight, vitals: { lcpMs, cls, inpMs, slowest } };
}

/** Both show the probes alone, with all the incidents behind them. */
async function inTwoBrowsers(board: Board) {
  const [one, other] = [
    await openBoard(board, { search: '?q=probe' }),
    await openBoard(board, { search: '?q=probe' }),
  ] as const;
  const delays = await pushDelays(board.client, [one, other], probes);
  for (const page of [one, other]) await page.context().close();
  return delays;
}

async function inStorm(
  board: Board,
  { slow, seconds }: { readonly slow: boolean; readonly seconds: number },
): Promise<FrameFigures> {
  const page = await openBoard(board, { slow });
  await page.getByRole('article').first().waitFor();
  await page.waitForLoadState('networkidle');
  await sendStorm(board.client, { incidents, changesPerSecond, seconds: warmUpSeconds });
  const stop = await watchFrames(page);
  await sendStorm(board.client, { incidents, changesPerSecond, seconds });
  const figures = await stop();
  await page.context().close();
  return figures;
}
