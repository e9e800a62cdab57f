import { useQuery, useSubscription } from '@apollo/client/react';
import {
  PanelMetricsChangedDocument,
  type PanelMetricsFragment,
  PanelMetricsInRangeDocument,
} from '../__generated__/operations.ts';
import { useNow } from '../components/useNow.ts';
import { type RangeName, ranges } from './range.ts';
import { rangeBounds } from './rangeBounds.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** A pushed figure can be lost with a connection; a question now and then puts it right. */
const pollIntervalMs = 60_000;

interface PanelMetrics {
  /** The newest figures; those of the range before while a new one loads. */
  readonly metrics: PanelMetricsFragment | undefined;
  /** Whether `metrics` belong to another range than the one that was asked for. */
  readonly isStale: boolean;
  readonly error: Error | undefined;
  readonly retry: () => void;
}

/** The figures of a range, read once and then kept up to date by what the server pushes into the cache. */
export function usePanelMetrics(rangeName: RangeName): PanelMetrics {
  const bounds = useNow((nowMs) => {
    const { from, to } = rangeBounds(rangeName, nowMs);
    return `${from}/${to}`;
  });
  const [from = '', to = ''] = bounds.split('/');
  const variables = { range: { from, to, timeZone }, bucket: ranges[rangeName].bucket };
  const query = useQuery(PanelMetricsInRangeDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
    pollInterval: pollIntervalMs,
    skipPollAttempt: () => document.hidden,
  });
  useSubscription(PanelMetricsChangedDocument, {
    variables,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: ({ client, data }) => {
      if (data.data === undefined) return;
      client.writeQuery({
        query: PanelMetricsInRangeDocument,
        variables,
        data: { metrics: data.data.metricsChanged },
      });
    },
  });
  const data = query.data ?? query.previousData;
  return {
    metrics: data?.metrics,
    isStale: query.data === undefined,
    error: query.error,
    retry: () => {
      void query.refetch();
    },
  };
}
