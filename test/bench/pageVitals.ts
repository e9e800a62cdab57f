import type { Page } from 'playwright-core';

export interface Vitals {
  /** Largest contentful paint, ms since the navigation began. */
  readonly lcpMs: number;
  /** Cumulative layout shift, without what follows an input. Not windowed: as strict as can be. */
  readonly cls: number;
  /** The longest interaction, from the input to the next paint: with so few the percentile of INP is the longest one. 0 without any. */
  readonly inpMs: number;
  /** What was done in the longest one: the kind of event, and the element's own name. */
  readonly slowest: string;
}

/** As text: the loader that runs this adds a call to functions with names, which the page does not know. */
const script = `{
  const vitals = { lcpMs: 0, cls: 0, inpMs: 0, slowest: '' };
  window.vitals = vitals;
  const follow = (type, take, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  follow('largest-contentful-paint', (entry) => { vitals.lcpMs = entry.startTime; });
  follow('layout-shift', (entry) => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
  follow('event', (entry) => {
    if (entry.interactionId === 0 || entry.duration <= vitals.inpMs) return;
    vitals.inpMs = entry.duration;
    vitals.slowest = entry.name + ' on ' + (entry.target?.getAttribute?.('aria-label') ?? entry.target?.nodeName ?? 'nothing');
  }, { durationThreshold: 16 });
}`;

/** To be called before the page is opened. */
export async function followVitals(page: Page): Promise<void> {
  await page.addInitScript(script);
}

/** What was found since the page was opened. */
export async function readVitals(page: Page): Promise<Vitals> {
  return await page.evaluate(
    () =>
      new Promise<Vitals>((resolve) => {
        // Entries arrive some time after the paint that they are about.
        setTimeout(() => resolve((window as unknown as { vitals: Vitals }).vitals), 500);
      }),
  );
}

/** A phone-like machine and its network: DevTools' "4x slowdown" and "Fast 4G". */
export async function slowDown(page: Page, { network }: { readonly network: boolean }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (!network) return;
  const bytesPerSecond = (megabits: number) => (megabits * 0.9 * 1000 * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 60 * 2.75,
    downloadThroughput: bytesPerSecond(9),
    uploadThroughput: bytesPerSecond(1.5),
  });
}
