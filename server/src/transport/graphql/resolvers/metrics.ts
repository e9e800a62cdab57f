import { listFigureIncidents } from '../../../application/metrics/listFigureIncidents.ts';
import { openMetrics } from '../../../application/metrics/metrics.ts';
import { readSystemStatus } from '../../../application/readSystemStatus.ts';
import type { QueryResolvers, Resolvers } from '../__generated__/resolvers.ts';
import { groupFields, pointFields, serviceFields, wholeFields } from './metricsGroups.ts';

export const metricsQueries = {
  metrics: (_root, question, { app }) => openMetrics(app, question),
  systemStatus: (_root, _args, { app }) => readSystemStatus(app),
} satisfies Partial<QueryResolvers>;

export const metricsFields = {
  Metrics: {
    ...wholeFields,
    bySeverity: (metrics) => metrics.bySeverity(),
    byService: (metrics, { first }) => metrics.byService(first),
    bySource: (metrics, { first }) => metrics.bySource(first),
    byResponder: (metrics, { first }) => metrics.byResponder(first),
    byLabel: (metrics, { name, first }) => metrics.byLabel(name, first),
    series: (metrics, { bucket }) => metrics.series(bucket ?? null),
    hours: (metrics) => metrics.hours(),
    hour: (metrics, { weekday, hour }) => metrics.hour(weekday, hour),
    previous: (metrics) => metrics.previous(),
    change: (metrics) => metrics.change(),
    openNow: (metrics) => metrics.openNow(),
    serviceLevel: (metrics) => metrics.serviceLevel(),
    noise: (metrics) => metrics.noise(),
    noisiestAlerts: (metrics, { first }) => metrics.noisiestAlerts(first),
  },
  DurationStats: {
    incidents: ({ selection, duration }, { status, ...page }, { app }) =>
      listFigureIncidents(app, selection, { kind: 'duration', duration, status: status ?? 'RECORDED' }, page),
  },
  SeverityMetrics: groupFields,
  ServiceMetrics: { ...groupFields, ...serviceFields },
  SourceMetrics: { ...groupFields, source: ({ key }) => key },
  ResponderMetrics: { ...groupFields, responder: ({ key }) => key },
  LabelMetrics: { ...groupFields, value: ({ key }) => key },
  MetricsPoint: { ...groupFields, ...pointFields },
  MetricsHour: {
    incidents: ({ selection }, page, { app }) =>
      listFigureIncidents(app, selection, { kind: 'count', count: 'opened' }, page),
  },
  ServiceLevel: {
    incidents: ({ selection, target }, { result, ...page }, { app }) =>
      listFigureIncidents(app, selection, { kind: 'serviceLevel', result: result ?? 'MISSED', target }, page),
  },
  OpenNow: {
    incidents: ({ selection }, page, { app }) => listFigureIncidents(app, selection, { kind: 'open' }, page),
  },
} satisfies Partial<Resolvers>;
