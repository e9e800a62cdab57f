import { useQuery, useSubscription } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import {
  TodayCourseDocument,
  type TodayCourseQuery,
  type TodayFiguresFragment,
  TodayMetricsChangedDocument,
  TodayMetricsDocument,
} from '../__generated__/operations.ts';
import { useNow } from '../components/useNow.ts';
import { dayRange } from './dayRange.ts';
import { recentRange } from './recentRange.ts';

interface TodayFigures {
  readonly today: TodayFiguresFragment | undefined;
  /** The same hours of yesterday's whole day, to compare with. */
  readonly before: TodayFiguresFragment | undefined;
  /** How many signals a second the server counted before this was loaded; undefined until it was. */
  readonly rateBefore: number | undefined;
  /** By the hour, up to now. */
  readonly course: TodayCourseQuery['metrics']['series'];
}

const courseEveryMs = 60_000;
const noCourse: TodayFigures['course'] = [];

/** Today's figures in the browser's time zone: read once, then pushed. */
export function useTodayFigures(): TodayFigures {
  const dayStartMs = useNow((nowMs) => new Date(nowMs).setHours(0, 0, 0, 0));
  const ranges = useMemo(() => ({ today: dayRange(dayStartMs, 0), before: dayRange(dayStartMs, -1) }), [dayStartMs]);
  // Only at the beginning: later the browser has seen for itself.
  const [recent] = useState(() => recentRange(Date.now()));
  const { data } = useQuery(TodayMetricsDocument, {
    variables: { ...ranges, recent: recent.range },
    fetchPolicy: 'network-only',
  });
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
    rateBefore: data && data.recent.noise.signals / recent.seconds,
  };
}
