import { createHash } from 'node:crypto';
import type { SignalInput } from '@vigil/schema';
import { MalformedFile, parseCsv } from './csv.ts';

/** One row of a file of readings. */
export interface Reading {
  /** Of the file, from 1. */
  readonly line: number;
  /** Ms since the epoch, by the clock of the server that was read. */
  readonly atMs: number;
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
  /** 0 to 1. */
  readonly confidence: number;
}

const metricColumns = ['cpu_percent', 'rss_MB', 'stack_latency_ms'];
const timeColumn = 'timestamp';
const confidenceColumn = 'final_score';
const longestMs = 8.64e15;

/**
 * The readings of a CSV file whose columns are found by their names: `timestamp` (seconds since the epoch, with fractions),
 * `cpu_percent`, `rss_MB`, `stack_latency_ms` and `final_score` (0 to 1). Other columns are left alone.
 * @throws MalformedFile when a column, a cell or every row is missing, or a cell is not a number.
 */
export function parseReadings(text: string): Reading[] {
  const [header, ...rows] = parseCsv(text);
  if (!header) throw new MalformedFile('the file is empty');
  const names = header.cells.map((cell) => cell.trim());
  const missing = [timeColumn, ...metricColumns, confidenceColumn].filter((name) => !names.includes(name));
  if (missing.length > 0) throw new MalformedFile(`line ${header.line}: there is no column ${missing.join(', ')}`);
  if (rows.length === 0) throw new MalformedFile('the file has a header and no readings');

  return rows.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      throw new MalformedFile(`line ${line}: ${cells.length} cells, but the header has ${names.length}`);
    }
    const read = (name: string): number => {
      const cell = cells[names.indexOf(name)]?.trim() ?? '';
      const value = cell === '' ? Number.NaN : Number(cell);
      if (!Number.isFinite(value))
        throw new MalformedFile(`line ${line}: ${name} is "${cell.slice(0, 40)}", not a number`);
      return value;
    };
    const atMs = Math.round(read(timeColumn) * 1000);
    if (Math.abs(atMs) > longestMs) throw new MalformedFile(`line ${line}: ${timeColumn} is no time`);
    return {
      line,
      atMs,
      metrics: metricColumns.map((name) => ({ name, value: read(name) })),
      confidence: read(confidenceColumn),
    };
  });
}

/**
 * The signals of a file's readings. Their idempotency keys follow from the file's content and the service, so that the same file
 * can be sent again, wherever it was stopped, and each reading counts once.
 */
export function readingSignals(readings: readonly Reading[], content: Uint8Array, service: string): SignalInput[] {
  const file = createHash('sha256').update(content).update('\0').update(service).digest('hex').slice(0, 32);
  return readings.map(({ atMs, metrics, confidence }, index) => ({
    source: 'replay',
    service,
    title: 'Server reading',
    idempotencyKey: `replay/${file}/${index + 1}`,
    occurredAt: new Date(atMs).toISOString(),
    historical: true,
    confidence,
    metrics: metrics.map(({ name, value }) => ({ name, value })),
  }));
}
