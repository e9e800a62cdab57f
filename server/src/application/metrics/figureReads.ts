import { setImmediate as nextTurn } from 'node:timers/promises';
import { bucketStarts, type TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import type { App } from '../app.ts';
import type { Dimension } from './cellPlan.ts';
import type { FigureRow } from './figureGroup.ts';
import type { CheckedQuestion } from './metricsQuestion.ts';
import { onceEach } from './onceEach.ts';
import { readFigureRows } from './readFigureRows.ts';

/** The rows of a series, and where its buckets begin. */
export interface SeriesRows {
  /** In ms since the epoch; the first may be before the range. */
  readonly starts: readonly number[];
  readonly rows: readonly FigureRow[];
}

export interface FigureReads {
  /** The figures of the whole range, in whatever buckets. */
  whole(dimension: Dimension): Promise<readonly FigureRow[]>;
  series(bucket: TimeBucket, dimension: Dimension): Promise<SeriesRows>;
}

/** Reads the figures of a question, each once. What is asked for in the same turn is read together: the sum of a series is the whole. */
export function figureReads(app: App, { selection, timeZone }: CheckedQuestion): FigureReads {
  const [from, to] = [selection.opened.from.getTime(), selection.opened.to.getTime()];
  const once = onceEach();
  const begun = new Map<string, Promise<SeriesRows>>();

  async function readSeries(bucket: TimeBucket, dimension: Dimension): Promise<SeriesRows> {
    const starts = bucketStarts({ from, to }, bucket, timeZone);
    const boundaries = [from, ...starts.slice(1), to];
    return { starts, rows: await readFigureRows(app, { selection, boundaries, bucket, dimension }) };
  }

  return {
    series: (bucket, dimension) => {
      const name = JSON.stringify(dimension);
      const series = once(`${bucket} ${name}`, () => readSeries(bucket, dimension));
      begun.set(name, series);
      return series;
    },
    whole: (dimension) => {
      const name = JSON.stringify(dimension);
      return once(name, async () => {
        await nextTurn();
        const series = await begun.get(name)?.catch(() => null);
        return (
          series?.rows ?? (await readFigureRows(app, { selection, boundaries: [from, to], bucket: null, dimension }))
        );
      });
    },
  };
}
