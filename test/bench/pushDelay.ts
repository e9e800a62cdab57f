import { setTimeout as sleep } from 'node:timers/promises';
import type { VigilClient } from '@vigil/schema';
import type { Page } from 'playwright-core';
import { wordOf } from './boardLoad.ts';

/** As text, for the same reason as elsewhere: notes when each card was painted first, in ms since 1970. */
const script = `{
  const paintedMs = {};
  window.paintedMs = paintedMs;
  const note = (id) => {
    paintedMs[id] = 0;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { paintedMs[id] = performance.timeOrigin + performance.now(); };
      channel.port2.postMessage(null);
    });
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const card of [node, ...node.querySelectorAll('[data-incident]')]) {
          const id = card.getAttribute('data-incident');
          if (id !== null && !(id in paintedMs)) note(id);
        }
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}`;

const patienceMs = 20_000;

export interface PushDelays {
  /** From the commit to the paint in the first browser, each in ms. */
  readonly firstMs: readonly number[];
  /** Until both browsers show it. */
  readonly bothMs: readonly number[];
}

/**
 * Opens incidents one by one and waits until each is painted in both pages, which show nothing else. Counted from the database's time of the
 * transaction, which is taken before its commit.
 */
export async function pushDelays(
  client: VigilClient,
  pages: readonly [Page, Page],
  count: number,
): Promise<PushDelays> {
  for (const page of pages) await page.evaluate(script);
  const firstMs: number[] = [];
  const bothMs: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const { incident } = await client.ingest({
      source: 'bench',
      service: `probe-${wordOf(n)}`,
      title: `Probe of ${wordOf(n)}`,
      reportedSeverity: 'HIGH',
    });
    if (incident === null) throw new Error('The probe opened no incident');
    const painted = await Promise.all(pages.map((page) => paintedMs(page, incident.id)));
    const stored = await client.incident(incident.id);
    if (stored === null) throw new Error('The probe was not stored');
    const delays = painted.map((ms) => ms - Date.parse(stored.openedAt));
    firstMs.push(delays[0] ?? Number.NaN);
    bothMs.push(Math.max(...delays));
    await client.resolve(incident.id);
    // At no fixed place between two beats.
    await sleep(230 + ((n * 37) % 100));
  }
  return { firstMs, bothMs };
}

async function paintedMs(page: Page, id: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => (window as unknown as { paintedMs: Record<string, number> }).paintedMs[wanted] || false,
    id,
    { timeout: patienceMs },
  );
  return Number(await handle.jsonValue());
}

/** The smallest value that at least this share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}
