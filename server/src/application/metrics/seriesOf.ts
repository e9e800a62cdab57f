import type { TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import { cheapestDimension } from './cellPlan.ts';
import { byKey, type FigureRow, grouped, type KeyedGroup, type SummedGroup, serviceOf, sumOf } from './figureGroup.ts';
import type { FigureReads } from './figureReads.ts';
import { type CheckedQuestion, checkFirst, mostGroups } from './metricsQuestion.ts';

/** Figures of one stretch of time. */
export interface MetricsPoint extends SummedGroup {
  readonly from: Date;
  readonly to: Date;
  /** Throws InvalidArgument for a number out of its bounds. */
  byService(first: number): Promise<KeyedGroup[]>;
}

/** The figures of each bucket that covers the range, without gaps. */
export async function seriesOf(
  reads: FigureReads,
  selection: CheckedQuestion['selection'],
  bucket: TimeBucket,
): Promise<MetricsPoint[]> {
  const { starts, rows } = await reads.series(bucket, cheapestDimension(selection));
  const byBucket = grouped(rows, (row) => row.bucket);
  let ofServices: Promise<Map<number, FigureRow[]>> | null = null;
  const readServices = async () => grouped((await reads.series(bucket, { by: 'service' })).rows, (row) => row.bucket);
  return starts.map((start, place) => {
    const opened = {
      from: place === 0 ? selection.opened.from : new Date(start),
      to: new Date(starts[place + 1] ?? selection.opened.to),
    };
    const own = { ...selection, opened };
    return {
      ...sumOf(byBucket.get(place) ?? [], own),
      from: new Date(start),
      to: opened.to,
      byService: async (first) => {
        checkFirst(first, mostGroups);
        ofServices ??= readServices();
        return byKey(sumOf((await ofServices).get(place) ?? [], own), serviceOf, first);
      },
    };
  });
}
