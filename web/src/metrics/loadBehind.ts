import type { ApolloClient } from '@apollo/client';
import {
  BehindFigureDocument,
  type BehindIncidentsFragment,
  BehindNobodyDocument,
  type CountedIncidents,
  type MeasureStatus,
  type Severity,
} from '../__generated__/operations.ts';
import { type Behind, type BehindFigure, type BehindStatus, isLevelFigure, type LevelFigure } from './behindSearch.ts';
import { type Bounds, stretchesOfHour } from './metricsRange.ts';
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

/** Where a list goes on: behind a cursor, or at one of the stretches that an hour of the week has in a range. */
export type Position = { readonly after: string | null } | { readonly stretch: number };

export interface BehindPage {
  readonly incidents: readonly BehindIncident[];
  /** Null where only the parts have been counted. */
  readonly total: number | null;
  readonly next: Position | null;
}

const pageSize = 50;
/** The most that the server gives at once. */
const mostAtOnce = 500;
const stretchesAtOnce = 20;

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

/** The incidents behind a figure, those opened last first. */
export async function loadBehind(
  client: ApolloClient,
  question: BehindQuestion,
  position: Position,
): Promise<BehindPage> {
  const { behind, bounds, timeZone } = question;
  if (isLevelFigure(behind.figure)) return loadLevel(client, question, behind.figure, position);
  if (behind.hour === undefined) {
    const after = 'after' in position ? position.after : null;
    const found = await askOnce(client, question, pointBounds(behind, bounds), pageSize, after);
    const { endCursor, hasNextPage } = found.pageInfo;
    return { incidents: found.nodes, total: found.totalCount, next: hasNextPage ? { after: endCursor } : null };
  }
  const stretches = stretchesOfHour(bounds, behind.hour, timeZone);
  const first = 'stretch' in position ? position.stretch : 0;
  const some = stretches.slice(first, first + stretchesAtOnce);
  const found = await Promise.all(some.map((stretch) => askOnce(client, question, stretch, mostAtOnce, null)));
  const end = first + some.length;
  return {
    incidents: found.flatMap(({ nodes }) => nodes),
    total: first === 0 && end >= stretches.length ? found.reduce((sum, { totalCount }) => sum + totalCount, 0) : null,
    next: end < stretches.length ? { stretch: end } : null,
  };
}

/** A list of the times to acknowledge, of which only those on one side of the target are kept. */
async function loadLevel(
  client: ApolloClient,
  question: BehindQuestion,
  figure: LevelFigure,
  position: Position,
): Promise<BehindPage> {
  const { behind, bounds } = question;
  const targetMs = (behind.withinMinutes ?? 0) * 60_000;
  const nowMs = Date.now();
  const ask = (status: BehindStatus, after: string | null) =>
    askOnce(client, { ...question, behind: { ...behind, figure: 'mtta', status } }, bounds, mostAtOnce, after);
  const isLate = ({ openedAt, firstAcknowledgedAt }: BehindIncident) =>
    (firstAcknowledgedAt === null ? nowMs : Date.parse(firstAcknowledgedAt)) - Date.parse(openedAt) > targetMs;
  const after = 'after' in position ? position.after : null;
  const open = after === null && figure !== 'met' ? (await ask('pending', null)).nodes : [];
  if (figure === 'inTime') return { incidents: open.filter((one) => !isLate(one)), total: null, next: null };
  const { nodes, pageInfo } = await ask('recorded', after);
  const kept = nodes.filter((one) => isLate(one) === (figure === 'missed'));
  return {
    incidents: [...open.filter(isLate), ...kept],
    total: null,
    next: pageInfo.hasNextPage ? { after: pageInfo.endCursor } : null,
  };
}

function pointBounds({ point }: Behind, { fromMs, toMs }: Bounds): Bounds {
  if (point === undefined) return { fromMs, toMs };
  // A point may begin before the range does; what was opened before it does not count.
  return { fromMs: Math.max(fromMs, Date.parse(point.from)), toMs: Math.min(toMs, Date.parse(point.to)) };
}

async function askOnce(
  client: ApolloClient,
  { behind: { figure, status, part }, variables, timeZone, labelName }: BehindQuestion,
  bounds: Bounds,
  first: number,
  after: string | null,
): Promise<BehindIncidentsFragment> {
  const shared = {
    range: rangeInput(bounds, timeZone),
    filter: narrow(variables.filter, part, labelName),
    severityAttribution: variables.severityAttribution,
    counted: countedOf[figure] ?? 'OPENED',
    status: statusOf[status],
    first,
    after,
    isCount: countedOf[figure] !== undefined,
    isMtta: figure === 'mtta',
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
    },
    fetchPolicy: 'no-cache',
  });
  const metrics = data?.metrics;
  const duration =
    metrics?.mtta ?? metrics?.mttr ?? metrics?.mttrByPeople ?? metrics?.mttrAutomatic ?? metrics?.timeToRespond;
  return metrics?.incidents ?? duration?.incidents ?? metrics?.openNow?.incidents ?? nothing;
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
