import { readMetrics } from '../../../application/readMetrics.ts';
import { readSystemStatus } from '../../../application/readSystemStatus.ts';
import type { MetricsResolvers, QueryResolvers } from '../__generated__/resolvers.ts';

export const metricsQueries = {
  metrics: (_root, { range, filter, bucket }, { app }) =>
    readMetrics(app, { ...range, timeZone: range.timeZone ?? null }, filter ?? null, bucket ?? null),
  systemStatus: (_root, _args, { app }) => readSystemStatus(app),
} satisfies Partial<QueryResolvers>;

export const metricsFields = {
  byService: (metrics, { first }) => metrics.byService(first),
  series: (metrics, { bucket }) => metrics.series(bucket ?? null),
} satisfies MetricsResolvers;
