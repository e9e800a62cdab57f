import { describe, expect, it } from 'vitest';
import { MalformedFile } from './csv.ts';
import { parseReadings, readingSignals } from './readings.ts';

const header = 'timestamp,cpu_percent,rss_MB,stack_latency_ms,rf_prob,final_score,decision';
const row = '1768080679.5434825,0.5,267.0234375,12.439999998605344,0.05,0.25,Normal';
const content = (text: string) => new TextEncoder().encode(text);

describe('parseReadings', () => {
  it('reads the columns by their names, whatever their order', () => {
    const reading = {
      line: 2,
      atMs: 1768080679543,
      metrics: [
        { name: 'cpu_percent', value: 0.5 },
        { name: 'rss_MB', value: 267.0234375 },
        { name: 'stack_latency_ms', value: 12.439999998605344 },
      ],
      confidence: 0.25,
    };
    expect(parseReadings(`${header}\n${row}\n`)).toEqual([reading]);
    const other =
      ' final_score , stack_latency_ms,rss_MB,cpu_percent,timestamp\n .25,12.439999998605344,267.0234375,5e-1,1768080679.5434825';
    expect(parseReadings(other)).toEqual([reading]);
  });

  it.each([
    ['', 'the file is empty'],
    [`${header}\n`, 'the file has a header and no readings'],
    ['time,cpu_percent,rss_MB,stack_latency_ms,score\n', 'line 1: there is no column timestamp, final_score'],
    [`${header}\n${row}\n1,2\n`, 'line 3: 2 cells, but the header has 7'],
    [`${header}\n${row.replace('0.5', 'high')}\n`, 'line 2: cpu_percent is "high", not a number'],
    [`${header}\n${row.replace('0.25', '')}\n`, 'line 2: final_score is "", not a number'],
    [`${header}\n${row.replace('0.25', 'Infinity')}\n`, 'line 2: final_score is "Infinity", not a number'],
    [`${header}\n${row.replace('1768080679.5434825', '1e300')}\n`, 'line 2: timestamp is no time'],
  ])('refuses %j', (text, message) => {
    expect(() => parseReadings(text)).toThrow(new MalformedFile(message));
  });
});

describe('readingSignals', () => {
  const text = `${header}\n${row}\n${row}\n`;
  const readings = parseReadings(text);
  const keys = (bytes: Uint8Array, service: string) =>
    readingSignals(readings, bytes, service).map((signal) => signal.idempotencyKey);

  it('makes historical signals on the time of the file', () => {
    expect(readingSignals(readings, content(text), 'api')[0]).toMatchObject({
      source: 'replay',
      service: 'api',
      title: 'Server reading',
      occurredAt: '2026-01-10T21:31:19.543Z',
      historical: true,
      confidence: 0.25,
    });
  });

  it('gives each row a key of its own, the same one each time, and others for another file or service', () => {
    const all = [...keys(content(text), 'api'), ...keys(content(`${text}\n`), 'api'), ...keys(content(text), 'web')];
    expect(new Set(all).size).toBe(6);
    expect(keys(content(text), 'api')).toEqual(all.slice(0, 2));
  });
});
