import type { App } from '../../application/app.ts';
import { type Metrics, openMetrics } from '../../application/metrics/metrics.ts';
import type { MetricsQuestion } from '../../application/metrics/metricsQuestion.ts';
import { readRevision } from '../../application/readRevision.ts';
import { readSystemStatus, type SystemStatus } from '../../application/readSystemStatus.ts';
import { type RevisionKind, revisionKinds } from '../../domain/revision.ts';
import { createFeedTicks } from './feedTicks.ts';
import { createRevisionTicks } from './revisionTicks.ts';
import { createSharedValue, type SharedValue } from './sharedValue.ts';

/** What subscribers of this process follow together. */
export interface LiveValues {
  readonly systemStatus: SharedValue<SystemStatus>;
  /** Where things of a kind stand, read once for all who follow them. */
  followRevision(kind: RevisionKind, signal: AbortSignal): AsyncGenerator<string, void>;
  /** The same question gives the same value, whose parts are read once for all who follow it. */
  followMetrics(question: MetricsQuestion, signal: AbortSignal): AsyncGenerator<Metrics, void>;
}

const atMostEveryMs = 1000;
/** While CRITICAL incidents count, the systemic rule's window may lapse at any moment without a change. */
const recheckCriticalMs = 1000;
/** First signals that open nothing, and new policies, make no change in the feed. */
const recheckCalmMs = 5000;
const recheckMetricsMs = 60_000;
const revisionsAtMostEveryMs = 250;
/** Time alone changes some of them, and signals are not told one by one. */
const recheckRevisionsMs = 2_000;

export function createLiveValues(app: App): LiveValues {
  const onError = (error: unknown) =>
    app.log.warn({ err: error }, 'A live value could not be computed; it is tried again');
  const ticks = createFeedTicks(app.feed, onError);
  const metrics = new Map<string, SharedValue<Metrics>>();
  let computed = 0;

  function sharedMetrics(question: MetricsQuestion): SharedValue<Metrics> {
    return createSharedValue({
      ticks,
      compute: async () => openMetrics(app, question),
      mark: () => String(++computed),
      atMostEveryMs,
      recheckMs: () => recheckMetricsMs,
      onError,
    });
  }

  const revisionTicks = createRevisionTicks(app.database.sql);
  const revisions = new Map(revisionKinds.map((kind) => [kind, sharedRevision(kind)] as const));

  function sharedRevision(kind: RevisionKind): SharedValue<string> {
    return createSharedValue({
      ticks: revisionTicks,
      compute: () => readRevision(app, kind),
      mark: (revision) => revision,
      atMostEveryMs: revisionsAtMostEveryMs,
      recheckMs: () => recheckRevisionsMs,
      onError,
    });
  }

  return {
    followRevision: async function* (kind, signal) {
      yield* revisions.get(kind)?.follow(signal) ?? [];
    },
    systemStatus: createSharedValue({
      ticks,
      compute: () => readSystemStatus(app),
      mark: ({ serverTime: _time, feedHead: _head, ...state }) => JSON.stringify(state),
      atMostEveryMs,
      recheckMs: ({ recentCritical }) => (recentCritical > 0 ? recheckCriticalMs : recheckCalmMs),
      onError,
    }),
    followMetrics: async function* (question, signal) {
      const key = JSON.stringify(question);
      const shared = metrics.get(key) ?? sharedMetrics(question);
      metrics.set(key, shared);
      try {
        yield* shared.follow(signal);
      } finally {
        if (shared.followers() === 0 && metrics.get(key) === shared) metrics.delete(key);
      }
    },
  };
}
