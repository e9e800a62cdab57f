import type { NewSignal } from '../../domain/signal.ts';
import { newSignal, reading } from './fixtures.ts';

/** The shared file of real readings, as historical signals of one service: its `final_score` is their confidence. */
export function serverMetricsSignals(csv: string): NewSignal[] {
  const [, ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => {
    const [timestamp, cpu, rss, latency, , , , score] = line.split(',').map(Number);
    return newSignal({
      source: 'replay',
      service: 'server',
      title: 'Server metrics',
      confidence: score ?? null,
      metrics: [
        reading('cpu_percent', cpu ?? 0),
        reading('rss_MB', rss ?? 0),
        reading('stack_latency_ms', latency ?? 0),
      ],
      occurredAt: new Date((timestamp ?? 0) * 1_000),
      historical: true,
    });
  });
}
