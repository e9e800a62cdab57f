import type { ApolloClient } from '@apollo/client';
import {
  BehindFigureDocument,
  type BehindIncidentsFragment,
  BehindNobodyDocument,
  type CountedIncidents,
  type MeasureStatus,
  type ServiceLevelResult,
  type Severity,
} from '../__generated__/operations.ts';
import { type Behind, type BehindFigure, type BehindStatus, isLevelFigure, type LevelFigure } from './behindSearch.ts';
import type { Bounds } from './metricsRange.ts';
import { type MetricsVariables, rangeInput } from './metricsVariables.ts';

type BehindIncident = BehindIncidentsFragment['nodes'][number];

export interface BehindQuestion {
  readonly behind: Behind;
  readonly variables: MetricsVariables;
  readonly bounds: Bounds;
  readonly timeZone: string;
  /** Of which label the groups are. */
  readonly labelName: string;
}

export interface BehindPage {
  readonly incidents: readonly BehindIncident[];
  readonly total: number;
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
}

const pageSize = 50;

const countedOf: Partial<Record<BehindFigure, CountedIncidents>> = {
  opened: 'OPENED',
  acknowledged: 'ACKNOWLEDGED',
  resolved: 'RESOLVED',
  reopened: 'REOPENED',
  escalated: 'ESCALATED',
};
const statusOf = {
  recorded: 'RECORDED',
  pending: 'PENDING',
  notApplicable: 'NOT_APPLICABLE',
} as const satisfies Record<BehindStatus, MeasureStatus>;

const resultOf = {
  met: 'MET',
  missed: 'MISSED',
  inTime: 'PENDING',
} as const satisfies Record<LevelFigure, ServiceLevelResult>;

/** The incidents behind a figure, those opened last first, from behind a cursor on. */
export async function loadBehind(
  client: ApolloClient,
  question: BehindQuestion,
  after: string | null,
): Promise<BehindPage> {
  const { nodes, totalCount, pageInfo } = await ask(client, question, after);
  return { incidents: nodes, total: totalCount, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

function pointBounds({ point }: Behind, { fromMs, toMs }: Bounds): Bounds {
  if (point === undefined) return { fromMs, toMs };
  // A point may begin before the range does; what was opened before it does not count.
  return { fromMs: Math.max(fromMs, Date.parse(point.from)), toMs: Math.min(toMs, Date.parse(point.to)) };
}

async function ask(
  client: ApolloClient,
  { behind, variables, bounds, timeZone, labelName }: BehindQuestion,
  after: string | null,
): Promise<BehindIncidentsFragment> {
  const { figure, status, part, hour } = behind;
  const shared = {
    range: rangeInput(pointBounds(behind, bounds), timeZone),
    filter: narrow(variables.filter, part, labelName),
    severityAttribution: variables.severityAttribution,
    counted: countedOf[figure] ?? 'OPENED',
    status: statusOf[status],
    first: pageSize,
    after,
    isCount: countedOf[figure] !== undefined && hour === undefined,
    isMtta: figure === 'mtta' && hour === undefined,
    isMttr: figure === 'mttr',
  } as const;
  const isOfNone = part?.value === null && (part.kind === 'responder' || part.kind === 'label');
  if (isOfNone) {
    const { data } = await client.query({
      query: BehindNobodyDocument,
      variables: {
        ...shared,
        isByResponder: part.kind === 'responder',
        isByLabel: part.kind === 'label',
        labelName,
      },
      fetchPolicy: 'no-cache',
    });
    const group =
      data?.metrics.byResponder?.find(({ responder }) => responder === null) ??
      data?.metrics.byLabel?.find(({ value }) => value === null);
    return group?.incidents ?? group?.mtta?.incidents ?? group?.mttr?.incidents ?? nothing;
  }
  const { data } = await client.query({
    query: BehindFigureDocument,
    variables: {
      ...shared,
      isMttrByPeople: figure === 'mttrByPeople',
      isMttrAutomatic: figure === 'mttrAutomatic',
      isTimeToRespond: figure === 'timeToRespond',
      isOpenNow: figure === 'openNow',
      isLevel: isLevelFigure(figure),
      result: isLevelFigure(figure) ? resultOf[figure] : null,
      isOfHour: hour !== undefined,
      weekday: hour?.weekday ?? 1,
      hour: hour?.hour ?? 0,
    },
    fetchPolicy: 'no-cache',
  });
  const metrics = data?.metrics;
  const ofHour = figure === 'mtta' ? metrics?.hour?.mtta.incidents : metrics?.hour?.opened;
  const duration =
    metrics?.mtta ?? metrics?.mttr ?? metrics?.mttrByPeople ?? metrics?.mttrAutomatic ?? metrics?.timeToRespond;
  const level = metrics?.serviceLevel?.find(({ severity }) => severity === part?.value);
  return (
    metrics?.incidents ?? duration?.incidents ?? metrics?.openNow?.incidents ?? level?.incidents ?? ofHour ?? nothing
  );
}

const nothing: BehindIncidentsFragment = {
  totalCount: 0,
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** A filter that lets only one group through. */
function narrow(
  filter: MetricsVariables['filter'],
  part: Behind['part'],
  labelName: string,
): MetricsVariables['filter'] {
  if (part === undefined) return filter;
  const { kind, value } = part;
  switch (kind) {
    case 'severity':
      return { ...filter, severity: [value as Severity] };
    case 'service':
      return { ...filter, service: [value ?? ''] };
    case 'source':
      // A source that is not known is an empty one.
      return { ...filter, source: [value ?? ''] };
    case 'responder':
      return value === null ? filter : { ...filter, responder: [value] };
    case 'label':
      return value === null ? filter : { ...filter, label: [...(filter.label ?? []), { name: labelName, value }] };
  }
}
