import type { TimeBucket } from '../engines/metrics/bucketStarts.ts';
import type { App } from './app.ts';
import { averageStress, type Duration, durationOf } from './metrics/figureGroup.ts';
import { openMetrics } from './metrics/metrics.ts';
import type { MetricsFilter } from './metrics/metricsQuestion.ts';
import type { TimeRange } from './metricsRange.ts';

/** The main figures of the incidents opened in a range. */
export interface MainFigures {
  readonly opened: number;
  readonly averageStress: number | null;
  readonly mtta: Duration;
  readonly mttr: Duration;
}

/** Throws InvalidArgument when an argument is out of bounds. */
export async function readMetrics(
  app: App,
  range: TimeRange,
  filter: MetricsFilter | null,
  bucket: TimeBucket | null,
): Promise<MainFigures> {
  const group = await openMetrics(app, { range, filter, bucket }).whole();
  return {
    opened: group.figures.counts.opened,
    averageStress: averageStress(group),
    mtta: durationOf(group, 'acknowledge'),
    mttr: durationOf(group, 'resolve'),
  };
}
