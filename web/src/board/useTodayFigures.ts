import { useQuery, useSubscription } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  TodayCourseDocument,
  type TodayCourseQuery,
  type TodayFiguresFragment,
  TodayMetricsChangedDocument,
  TodayMetricsDocument,
} from '../__generated__/operations.ts';
import { useNow } from '../components/useNow.ts';
import { dayRange } from './dayRange.ts';

interface TodayFigures {
  readonly today: TodayFiguresFragment | undefined;
  /** The same hours of yesterday's whole day, to compare with. */
  readonly before: TodayFiguresFragment | undefined;
  /** By the hour, up to now. */
  readonly course: TodayCourseQuery['metrics']['series'];
}

const courseEveryMs = 60_000;
const noCourse: TodayFigures['course'] = [];

/** Today's figures in the browser's time zone: read once, then pushed. */
export function useTodayFigures(): TodayFigures {
  const dayStartMs = useNow((nowMs) => new Date(nowMs).setHours(0, 0, 0, 0));
  const ranges = useMemo(() => ({ today: dayRange(dayStartMs, 0), before: dayRange(dayStartMs, -1) }), [dayStartMs]);
  const { data } = useQuery(TodayMetricsDocument, { variables: ranges, fetchPolicy: 'network-only' });
  const pushed = useSubscription(TodayMetricsChangedDocument, {
    variables: { today: ranges.today },
    fetchPolicy: 'no-cache',
  });
  const course = useQuery(TodayCourseDocument, {
    variables: { today: ranges.today },
    fetchPolicy: 'network-only',
    pollInterval: courseEveryMs,
    skipPollAttempt: () => document.hidden,
  });
  const hoursGone = useNow((nowMs) => Math.floor(nowMs / 3_600_000));
  const series = course.data?.metrics.series;
  return {
    course: series?.filter(({ from }) => Date.parse(from) / 3_600_000 <= hoursGone) ?? noCourse,
    today: pushed.data?.metricsChanged ?? data?.today,
    before: data?.before,
  };
}
