import { setTimeout as sleep } from 'node:timers/promises';
import type { VigilClient } from '@vigil/schema';

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

/** A number as a word: titles that differ by words only are no storm, which the board would fold into one card. */
export function wordOf(n: number): string {
  return `${letters[n % 26]}${letters[Math.floor(n / 26) % 26]}${letters[Math.floor(n / 676) % 26]}`;
}

/** A service's signal. */
export function boardSignal(n: number) {
  const word = wordOf(n);
  return {
    source: 'bench',
    service: `service-${word}`,
    title: `${troubles[n % troubles.length]} of ${word} is out of bounds`,
    reportedSeverity: severities[n % severities.length] ?? 'LOW',
    metrics: [{ name: 'load', value: (n * 7919) % 100, warning: 50, critical: 90 }],
  };
}

interface StormOptions {
  readonly incidents: number;
  readonly changesPerSecond: number;
  readonly seconds: number;
}

/** Changes that many incidents a second, one after another. */
export async function sendStorm(client: VigilClient, options: StormOptions): Promise<void> {
  const { incidents, changesPerSecond, seconds } = options;
  for (let second = 0; second < seconds; second += 1) {
    const begun = performance.now();
    const some = Array.from({ length: changesPerSecond }, (_, n) =>
      boardSignal((second * changesPerSecond + n) % incidents),
    );
    await client.ingestAll(some);
    await sleep(Math.max(0, 1000 - (performance.now() - begun)));
  }
}
