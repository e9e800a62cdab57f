import { compareSeverity, type Severity } from '../../domain/severity.ts';
import type { Policy } from '../../engines/policy.ts';
import { MalformedFile, parseCsv } from '../replay/csv.ts';
import { historicalReading } from './labelledReadings.ts';
import { type RehearsedIncident, rehearseReadings } from './rehearseReadings.ts';

export interface AnomalyWindow {
  readonly from: Date;
  readonly to: Date;
}

export interface AnomalySeries {
  readonly name: string;
  readonly readings: readonly { readonly at: Date; readonly value: number }[];
  readonly windows: readonly AnomalyWindow[];
}

export interface SeriesReport {
  readonly name: string;
  readonly readings: number;
  readonly windows: number;
  /** Of all incidents that reached MEDIUM, and of those that reached HIGH. */
  readonly medium: Detection;
  readonly high: Detection;
}

export interface Detection {
  readonly incidents: number;
  /** Incidents that opened within a window. */
  readonly inWindow: number;
  /** Windows in which an incident opened. */
  readonly detected: number;
}

/** A file of the Numenta Anomaly Benchmark: columns `timestamp` (UTC, no zone written) and `value`. */
export function parseSeries(name: string, text: string, windows: readonly AnomalyWindow[]): AnomalySeries {
  const [header, ...rows] = parseCsv(text);
  if (header?.cells.join() !== 'timestamp,value')
    throw new MalformedFile(`${name}: expected the columns timestamp,value`);
  const readings = rows.map(({ line, cells }) => {
    const at = parseUtc(cells[0] ?? '');
    const value = Number(cells[1]);
    if (at === null || !Number.isFinite(value)) throw new MalformedFile(`${name}, line ${line}: no time or no number`);
    return { at, value };
  });
  return { name, readings, windows };
}

/** The benchmark's `combined_windows.json`: lists of `[from, to]` by the file's name. */
export function parseWindows(text: string): Map<string, AnomalyWindow[]> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new MalformedFile('the windows are no object');
  return new Map(
    Object.entries(parsed).map(([file, list]) => {
      const windows = (Array.isArray(list) ? list : []).map((pair: unknown) => {
        const [from, to] = Array.isArray(pair) ? pair.map((each) => parseUtc(String(each))) : [];
        if (!from || !to) throw new MalformedFile(`a window of ${file} is no pair of times`);
        return { from, to };
      });
      return [file.split('/').at(-1) ?? file, windows] as const;
    }),
  );
}

/** The metric is named after the file, as `cpu_utilization` in `ec2_cpu_utilization_24ae8d.csv`, so that the policy's rules know it. */
export function reportSeries({ name, readings, windows }: AnomalySeries, policy: Policy): SeriesReport {
  const metric = name
    .replace(/\.csv$/, '')
    .replace(/^(ec2|rds|elb|iio)_/, '')
    .replace(/_[0-9a-f]{6}$/, '');
  const signals = readings.map(({ at, value }) => historicalReading(name, [{ name: metric, value }], at, null));
  const { incidents } = rehearseReadings(signals, policy);
  const from = (least: Severity) =>
    detect(
      incidents.filter(({ severity }) => compareSeverity(severity, least) >= 0),
      windows,
    );
  return { name, readings: readings.length, windows: windows.length, medium: from('MEDIUM'), high: from('HIGH') };
}

function detect(incidents: readonly RehearsedIncident[], windows: readonly AnomalyWindow[]): Detection {
  const within = ({ openedAt }: RehearsedIncident, { from, to }: AnomalyWindow) => openedAt >= from && openedAt <= to;
  return {
    incidents: incidents.length,
    inWindow: incidents.filter((incident) => windows.some((window) => within(incident, window))).length,
    detected: windows.filter((window) => incidents.some((incident) => within(incident, window))).length,
  };
}

function parseUtc(text: string): Date | null {
  const at = new Date(`${text.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
