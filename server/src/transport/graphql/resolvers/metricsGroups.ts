import {
  averageStress,
  bySeverity,
  type Duration,
  durationOf,
  type FigureGroup,
  type KeyedGroup,
  type SummedGroup,
} from '../../../application/metrics/figureGroup.ts';
import { type FigurePageArguments, listFigureIncidents } from '../../../application/metrics/listFigureIncidents.ts';
import type { Metrics } from '../../../application/metrics/metrics.ts';
import type { MetricsPoint } from '../../../application/metrics/seriesOf.ts';
import type { MeasuredDuration } from '../../../engines/metrics/figures.ts';
import type { CountedIncidents } from '../../../persistence/figureIncidents.ts';
import type { CountedIncidents as CountedName } from '../__generated__/resolvers.ts';
import type { GraphQLContext } from '../context.ts';

const countOf = {
  OPENED: 'opened',
  ACKNOWLEDGED: 'acknowledged',
  RESOLVED: 'resolved',
  REOPENED: 'reopened',
  ESCALATED: 'escalated',
} as const satisfies Record<CountedName, CountedIncidents>;

type ListArguments = FigurePageArguments & { readonly counted?: CountedName | null };

const listCounted = (
  { selection }: Pick<FigureGroup, 'selection'>,
  { counted, ...page }: ListArguments,
  { app }: GraphQLContext,
) => listFigureIncidents(app, selection, { kind: 'count', count: countOf[counted ?? 'OPENED'] }, page);

const counted =
  (count: CountedIncidents) =>
  ({ figures }: FigureGroup): number =>
    figures.counts[count];
const measured =
  (duration: MeasuredDuration) =>
  (group: FigureGroup): Duration =>
    durationOf(group, duration);

/** What all groups have in common. */
export const groupFields = {
  opened: counted('opened'),
  acknowledged: counted('acknowledged'),
  resolved: counted('resolved'),
  reopened: counted('reopened'),
  escalated: counted('escalated'),
  averageStress,
  mtta: measured('acknowledge'),
  mttr: measured('resolve'),
  timeToRespond: measured('respond'),
  incidents: listCounted,
};

/** The same of all incidents of a range. */
export const wholeFields = {
  opened: ofWhole(groupFields.opened),
  acknowledged: ofWhole(groupFields.acknowledged),
  resolved: ofWhole(groupFields.resolved),
  reopened: ofWhole(groupFields.reopened),
  escalated: ofWhole(groupFields.escalated),
  averageStress: ofWhole(averageStress),
  mtta: ofWhole(groupFields.mtta),
  mttr: ofWhole(groupFields.mttr),
  mttrByPeople: ofWhole(measured('resolveByPeople')),
  mttrAutomatic: ofWhole(measured('resolveByRule')),
  mttrFirst: ofWhole(measured('firstResolve')),
  timeToRespond: ofWhole(groupFields.timeToRespond),
  // Finds them by itself, without reading the figures.
  incidents: listCounted,
};

function ofWhole<Value>(fieldOf: (group: FigureGroup) => Value): (metrics: Metrics) => Promise<Value> {
  return async (metrics) => fieldOf(await metrics.whole());
}

export const serviceFields = {
  service: ({ key }: KeyedGroup): string => key ?? '',
  bySeverity: (group: SummedGroup) => bySeverity(group),
};

export const pointFields = {
  bySeverity: (group: SummedGroup) =>
    bySeverity(group).map(({ severity, figures }) => ({ severity, count: figures.counts.opened })),
  byService: (point: MetricsPoint, { first }: { readonly first: number }) => point.byService(first),
};
