import type { Severity } from '@vigil/schema';

interface MadeUpReading {
  readonly at: number;
  readonly metrics: readonly [cpuPercent: number, rssMegabytes: number, latencyMs: number];
  readonly score: number;
}

/** Readings as the replay command takes them, with what `seed-v1` must make of them. */
export interface MadeUpReadings {
  readonly csv: string;
  readonly severity: Record<Severity, number>;
  readonly stress: Record<string, number>;
}

/** Readings of one server, 5 s apart: calm, with spikes and suspicious scores now and then. The same each time. */
export function madeUpReadings(count: number): MadeUpReadings {
  let state = 42;
  const random = () => {
    // A linear congruential generator: plain, and good enough for made-up data.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const readings: MadeUpReading[] = Array.from({ length: count }, (_, n) => {
    const spike = random() < 0.05 ? 40 : 0;
    const metrics = [10 + spike + random() * 5, 260 + spike + random(), 12 + spike * random() + random() * 3] as const;
    // 5.0625 s apart: exact in binary, and none is 10 minutes from another.
    return { at: 1_768_080_000 + n * 5.0625, metrics, score: random() < 0.2 ? 0.3 + random() * 0.7 : random() * 0.3 };
  });
  const severity: Record<Severity, number> = { LOW: 0, MEDIUM: 0, HIGH: 0, CRITICAL: 0 };
  const stress: Record<string, number> = { '0': 0, '1': 0, '2': 0, '3': 0, '4': 0, '5': 0, '6': 0 };
  for (const [index, reading] of readings.entries()) {
    const window = readings.slice(0, index + 1).filter(({ at }) => reading.at - at <= 600);
    const points = seedStress(window);
    severity[seedSeverity(reading.score, points, window.length)]++;
    stress[points] = (stress[points] ?? 0) + 1;
  }
  const lines = readings.map(({ at, metrics, score }) => [at, ...metrics, score].join(','));
  return { csv: `timestamp,cpu_percent,rss_MB,stack_latency_ms,final_score\n${lines.join('\n')}\n`, severity, stress };
}

/** DESIGN 3.1, written down as plainly as it reads; the last of the window is the reading itself. */
function seedStress(window: readonly MadeUpReading[]): number {
  return [0, 1, 2].reduce((sum, metric) => {
    const values = window.map(({ metrics }) => metrics[metric] ?? 0);
    if (values.length < 2) return sum;
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
    const value = values.at(-1) ?? 0;
    return sum + (sd === 0 ? 0 : value > mean + 2 * sd ? 2 : value > mean + sd ? 1 : 0);
  }, 0);
}

function seedSeverity(score: number, stress: number, readings: number): Severity {
  if (score < 0.3) return 'LOW';
  if (readings < 30) return score < 0.7 ? 'MEDIUM' : 'HIGH';
  if (score < 0.7) return stress >= 2 ? 'HIGH' : 'MEDIUM';
  return stress >= 3 ? 'CRITICAL' : 'HIGH';
}
