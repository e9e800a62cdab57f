import type { App } from '../../application/app.ts';
import { type Metrics, readMetrics } from '../../application/readMetrics.ts';
import { readSystemStatus, type SystemStatus } from '../../application/readSystemStatus.ts';
import { createFeedTicks } from './feedTicks.ts';
import { createSharedValue, type SharedValue } from './sharedValue.ts';

type MetricsRange = Parameters<typeof readMetrics>[1];
type MetricsFilter = Parameters<typeof readMetrics>[2];

/** What subscribers of this process follow together. */
export interface LiveValues {
  readonly systemStatus: SharedValue<SystemStatus>;
  /** The same range and filter give the same value. */
  followMetrics(range: MetricsRange, filter: MetricsFilter, signal: AbortSignal): AsyncGenerator<Metrics, void>;
}

const atMostEveryMs = 1000;
/** While CRITICAL incidents count, the systemic rule's window may lapse at any moment without a change. */
const recheckCriticalMs = 1000;
/** First signals that open nothing, and new policies, make no change in the feed. */
const recheckCalmMs = 5000;
const recheckMetricsMs = 60_000;

export function createLiveValues(app: App): LiveValues {
  const onError = (error: unknown) =>
    app.log.warn({ err: error }, 'A live value could not be computed; it is tried again');
  const ticks = createFeedTicks(app.feed, onError);
  const metrics = new Map<string, SharedValue<Metrics>>();
  let computed = 0;

  function sharedMetrics(range: MetricsRange, filter: MetricsFilter): SharedValue<Metrics> {
    return createSharedValue({
      ticks,
      compute: async () => remember(await readMetrics(app, range, filter, null)),
      mark: () => String(++computed),
      atMostEveryMs,
      recheckMs: () => recheckMetricsMs,
      onError,
    });
  }

  return {
    systemStatus: createSharedValue({
      ticks,
      compute: () => readSystemStatus(app),
      mark: ({ serverTime: _time, feedHead: _head, ...state }) => JSON.stringify(state),
      atMostEveryMs,
      recheckMs: ({ recentCritical }) => (recentCritical > 0 ? recheckCriticalMs : recheckCalmMs),
      onError,
    }),
    followMetrics: async function* (range, filter, signal) {
      const key = JSON.stringify([range, filter]);
      const shared = metrics.get(key) ?? sharedMetrics(range, filter);
      metrics.set(key, shared);
      try {
        yield* shared.follow(signal);
      } finally {
        if (shared.followers() === 0 && metrics.get(key) === shared) metrics.delete(key);
      }
    },
  };
}

/** The parts that are read on demand are read once for all subscribers. */
function remember(value: Metrics): Metrics {
  const byService = new Map<unknown, ReturnType<Metrics['byService']>>();
  const series = new Map<unknown, ReturnType<Metrics['series']>>();
  return {
    ...value,
    byService: (first) => {
      const rows = byService.get(first) ?? value.byService(first);
      byService.set(first, rows);
      return rows;
    },
    series: (bucket) => {
      const points = series.get(bucket) ?? value.series(bucket);
      series.set(bucket, points);
      return points;
    },
  };
}
