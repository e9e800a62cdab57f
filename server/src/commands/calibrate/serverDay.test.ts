import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../engines/policy.ts';
import { formatServerDay } from './formatReport.ts';
import { labelledReadings } from './labelledReadings.ts';
import { reportServerDay } from './serverDay.ts';

/** 17,004 real readings of one server, 5 s apart over 24 h; shared beside the repository since their licence is not known. */
const file = new URL('../../../../../shared/data/server_metrics_24h.csv', import.meta.url);
const recorded = existsSync(file) ? readFileSync(file, 'utf8') : null;
const header = 'timestamp,cpu_percent,rss_MB,stack_latency_ms,final_score,decision';

/** A day on which a calm CPU that suddenly moves is labelled, which no rule would call severe. */
function madeUpDay(): string {
  const rows = Array.from({ length: 1_200 }, (_, row) => {
    const labelled = row % 40 === 39;
    const cpu = 20 + (row % 5) + (labelled ? 3 : 0);
    return [1_768_000_000 + row * 5, cpu, 500 + (row % 7), 30 + (row % 3), 0.1, labelled ? 'Theft' : 'Normal'].join(
      ',',
    );
  });
  return [header, ...rows].join('\n');
}

describe('a labelled day', () => {
  const report = reportServerDay(labelledReadings(madeUpDay()), presets['load-v2']);

  test('is counted, and told in words', () => {
    expect(report).toMatchObject({ readings: 1_200, labelled: 30, metricsAlone: { high: { actual: 30 } } });
    expect(formatServerDay(report)).toContain('1200 readings, 30 labelled');
  });

  test('is split by time, and the model is asked about what it never saw', () => {
    const split = report.splits.find(({ trainShare }) => trainShare === 0.7);
    expect(split).toMatchObject({
      labelledBefore: 21,
      labelledAfter: 9,
      heldOut: { trainedOn: 840, model: { n: 360 } },
    });
    expect(split?.heldOut?.model.f1).toBeGreaterThan(0.9);
    expect(split?.heldOut?.rules.f1).toBe(0);
  });
});

if (recorded !== null) {
  test('on the recorded day the model beats the rules at telling the labels from metrics alone, at every split', () => {
    const { splits, labelled } = reportServerDay(labelledReadings(recorded), presets['load-v2']);
    expect(labelled).toBe(331);
    for (const { heldOut } of splits) expect(heldOut?.model.f1 ?? 0).toBeGreaterThan(2 * (heldOut?.rules.f1 ?? 1));
  }, 60_000);
}
