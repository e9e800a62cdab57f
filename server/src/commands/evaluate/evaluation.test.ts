import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { presets } from '../../engines/policy.ts';
import { MalformedFile } from '../replay/csv.ts';
import { evaluate } from './evaluation.ts';
import { type LabelledAlert, parseLabelledAlerts } from './labelledAlerts.ts';
import { overlaid } from './overlay.ts';

const load = presets['load-v2'];
const clock = () => 0;
const services = Array.from({ length: 12 }, (_, place) => `shop-${place}`);

/** Ten faults, an hour apart: each of twelve services fires every half minute for five minutes. */
const faults: LabelledAlert[] = Array.from({ length: 10 }, (_, fault) =>
  Array.from({ length: 10 }, (_, round) =>
    services.map((service, place) => ({
      atMs: 1_700_000_000_000 + fault * 3_600_000 + round * 30_000 + place * 900,
      title: 'Slow',
      service,
      source: 'probe',
      label: `${fault}`,
    })),
  ).flat(),
).flat();

describe('an evaluation', () => {
  test('finds the faults of one system, and of two at once', () => {
    expect(evaluate(faults, load, clock)).toMatchObject({ signals: 1_200, withoutIncident: 0 });
    for (const alerts of [faults, overlaid(faults, 1_000_000)]) {
      const { vMeasure, reduction } = evaluate(alerts, load, clock);
      expect(vMeasure).toBeGreaterThan(0.95);
      expect(reduction).toBeGreaterThan(0.97);
    }
  });

  test('does not look at the labels, nor at how services are called', () => {
    const { incidents } = evaluate(faults, load, clock);
    expect(
      evaluate(
        faults.map((alert) => ({ ...alert, label: 'x' })),
        load,
        clock,
      ).incidents,
    ).toBe(incidents);
    const renamed = faults.map((alert) => ({ ...alert, service: [...alert.service].reverse().join('') }));
    expect(evaluate(renamed, load, clock).incidents).toBe(incidents);
  });
});

describe('a file of labelled alerts', () => {
  const line = { at: 2, title: 'Slow', service: 'web', kind: 'trace', label: 7, fault_type: 'cpu' };
  const lines = `${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, at: 1, source: 'grafana', label: null })}\n`;

  test.each([
    ['plain', Buffer.from(lines)],
    ['gzipped', gzipSync(lines)],
  ])('is read %s, oldest first', (_, content) => {
    expect(parseLabelledAlerts(content)).toEqual([
      { atMs: 1, title: 'Slow', service: 'web', source: 'grafana', label: null },
      { atMs: 2, title: 'Slow', service: 'web', source: 'trace', label: '7' },
    ]);
  });

  test.each([
    ['nothing', '', 'no alerts'],
    ['no JSON', '{"at": 1', 'line 1 is not JSON'],
    ['no service', '{"at": 1, "title": "x"}', 'line 1: service'],
  ])('with %s in it is refused', (_, content, message) => {
    expect(() => parseLabelledAlerts(Buffer.from(content))).toThrow(MalformedFile);
    expect(() => parseLabelledAlerts(Buffer.from(content))).toThrow(message);
  });
});
