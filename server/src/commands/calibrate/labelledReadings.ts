import type { NewSignal } from '../../domain/signal.ts';
import { parseCsv } from '../replay/csv.ts';
import { parseReadings } from '../replay/readings.ts';

/** A reading as a signal from the past, and whether its file says that something was wrong. */
export interface LabelledReading {
  readonly signal: NewSignal;
  readonly at: Date;
  readonly labelled: boolean;
}

const labelColumn = 'decision';
const unlabelled = 'Normal';

/** The readings of a file as the replay takes it; those whose column `decision` says anything but `Normal` are labelled. */
export function labelledReadings(text: string): LabelledReading[] {
  const [header, ...rows] = parseCsv(text);
  const place = header?.cells.findIndex((cell) => cell.trim() === labelColumn) ?? -1;
  return parseReadings(text).map(({ atMs, metrics, confidence }, index) => {
    const label = rows[index]?.cells[place]?.trim() ?? unlabelled;
    return { ...historicalReading('server', metrics, new Date(atMs), confidence), labelled: label !== unlabelled };
  });
}

/** One reading of a service, as a bridge would send it: no severity, no thresholds. */
export function historicalReading(
  service: string,
  metrics: readonly { readonly name: string; readonly value: number }[],
  at: Date,
  confidence: number | null,
): { signal: NewSignal; at: Date } {
  const signal: NewSignal = {
    source: 'calibrate',
    service,
    title: 'Reading',
    description: null,
    url: null,
    state: 'FIRING',
    dedupKey: null,
    groupKey: null,
    idempotencyKey: null,
    reportedSeverity: null,
    confidence,
    metrics: metrics.map(({ name, value }) => ({ name, value, unit: null, warning: null, critical: null })),
    labels: [],
    occurredAt: at,
    historical: true,
  };
  return { signal, at };
}
