import { bucketStarts, type TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import type { App } from '../app.ts';
import { grouped, type SummedGroup, sumOf } from './figureGroup.ts';
import type { CheckedQuestion } from './metricsQuestion.ts';
import { readFigureRows } from './readFigureRows.ts';

/** Figures of one stretch of time. */
export interface MetricsPoint extends SummedGroup {
  readonly from: Date;
  readonly to: Date;
}

/** The figures of each bucket that covers the range, without gaps. */
export async function readSeries(
  app: App,
  selection: CheckedQuestion['selection'],
  timeZone: string,
  bucket: TimeBucket,
): Promise<MetricsPoint[]> {
  const [from, to] = [selection.opened.from.getTime(), selection.opened.to.getTime()];
  const starts = bucketStarts({ from, to }, bucket, timeZone);
  const boundaries = [from, ...starts.slice(1), to];
  const rows = await readFigureRows(app.database.sql, selection, boundaries, { by: 'service' });
  const byBucket = grouped(rows, (row) => row.bucket);
  return starts.map((start, place) => {
    const opened = { from: new Date(boundaries[place] ?? from), to: new Date(boundaries[place + 1] ?? to) };
    return {
      ...sumOf(byBucket.get(place) ?? [], { ...selection, opened }),
      from: new Date(start),
      to: opened.to,
    };
  });
}
