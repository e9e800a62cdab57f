import type { Page } from 'playwright-core';

export interface FrameFigures {
  readonly framesPerSecond: number;
  readonly longestMs: number;
  /** Frames that took longer than 50 ms. */
  readonly over50: number;
  /** The most cards or rows that were rendered at a time. */
  readonly mostRows: number;
  readonly heapGrowthMb: number;
}

interface Watch {
  frames: number;
  over50: number;
  longestMs: number;
  mostRows: number;
  startedMs: number;
}

/** As text: the loader that runs this adds a call to functions with names, which the page does not know. */
const script = `{
  const watch = { frames: 0, over50: 0, longestMs: 0, mostRows: 0, startedMs: performance.now() };
  window.watch = watch;
  let last = performance.now();
  const onFrame = (now) => {
    const took = now - last;
    last = now;
    watch.frames += 1;
    watch.longestMs = Math.max(watch.longestMs, took);
    if (took > 50) watch.over50 += 1;
    if (watch.frames % 30 === 0) {
      watch.mostRows = Math.max(watch.mostRows, document.querySelectorAll('[data-incident]').length);
    }
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}`;

/** Counts the frames of a page from now on; the answer ends it and tells. */
export async function watchFrames(page: Page): Promise<() => Promise<FrameFigures>> {
  const session = await page.context().newCDPSession(page);
  const heapMb = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1024 / 1024;
  };
  const before = await heapMb();
  await page.evaluate(script);
  return async () => {
    const { watch, nowMs } = await page.evaluate(() => ({
      watch: (window as unknown as { watch: Watch }).watch,
      nowMs: performance.now(),
    }));
    const heapGrowthMb = (await heapMb()) - before;
    await session.detach();
    return {
      framesPerSecond: (watch.frames * 1000) / (nowMs - watch.startedMs),
      longestMs: watch.longestMs,
      over50: watch.over50,
      mostRows: watch.mostRows,
      heapGrowthMb,
    };
  };
}
