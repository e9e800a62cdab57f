import { useQuery, useSubscription } from '@apollo/client/react';
import { useMemo } from 'react';
import {
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
}

/** Today's figures in the browser's time zone: read once, then pushed. */
export function useTodayFigures(): TodayFigures {
  const dayStartMs = useNow((nowMs) => new Date(nowMs).setHours(0, 0, 0, 0));
  const ranges = useMemo(() => ({ today: dayRange(dayStartMs, 0), before: dayRange(dayStartMs, -1) }), [dayStartMs]);
  const { data } = useQuery(TodayMetricsDocument, { variables: ranges, fetchPolicy: 'network-only' });
  const pushed = useSubscription(TodayMetricsChangedDocument, {
    variables: { today: ranges.today },
    fetchPolicy: 'no-cache',
  });
  return { today: pushed.data?.metricsChanged ?? data?.today, before: data?.before };
}
