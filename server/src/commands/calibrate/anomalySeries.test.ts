import { expect, test } from 'vitest';
import { presets } from '../../engines/policy.ts';
import { parseSeries, parseWindows, reportSeries } from './anomalySeries.ts';

const at = (minute: number) => new Date(Date.UTC(2014, 1, 14, 0, minute)).toISOString().slice(0, 19).replace('T', ' ');

test('incidents are counted in and out of the labelled windows', () => {
  const windows = parseWindows(`{"a/ec2_cpu_utilization_24ae8d.csv": [["${at(995)}.000000", "${at(1_010)}.000000"]]}`);
  const rows = Array.from({ length: 400 }, (_, row) => `${at(row * 5)},${row === 200 || row === 300 ? 95 : 20}`);
  const name = 'ec2_cpu_utilization_24ae8d.csv';
  const series = parseSeries(name, ['timestamp,value', ...rows].join('\n'), windows.get(name) ?? []);
  const detection = { incidents: 2, inWindow: 1, detected: 1 };
  expect(reportSeries(series, presets['load-v2'])).toMatchObject({ readings: 400, windows: 1, medium: detection });
});

test('what is no series is refused by its line', () => {
  expect(() => parseSeries('x.csv', 'time,value\n', [])).toThrow('timestamp,value');
  expect(() => parseSeries('x.csv', 'timestamp,value\n2014-02-14 00:00:00,much', [])).toThrow('line 2');
});
