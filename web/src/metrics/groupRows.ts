import type { GroupDurationFragment, MetricsGroupsFragment } from '../__generated__/operations.ts';
import { severityWord } from '../components/severity.ts';
import type { BehindPart } from './behindSearch.ts';
import type { Grouping } from './metricsSearch.ts';

/** One row of the table: the figures of a service, a severity, a source, a responder or a label's value. */
export interface GroupRow {
  readonly part: BehindPart;
  /** In words, also where the group is those that have none. */
  readonly name: string;
  readonly opened: number;
  readonly reopened: number;
  readonly escalated: number;
  readonly mtta: GroupDurationFragment;
  readonly mttr: GroupDurationFragment;
  /** Incidents opened at each point, the oldest first; undefined where it is not asked for. */
  readonly course: readonly number[] | undefined;
}

type Groups = MetricsGroupsFragment;

export const noneWords = {
  service: 'no service',
  severity: 'no severity',
  source: 'unknown source',
  responder: 'nobody',
  label: 'without it',
} as const satisfies Record<Grouping, string>;

/** The rows of the grouping that was asked for. */
export function groupRows(groups: Groups, grouping: Grouping): readonly GroupRow[] {
  const { series = [] } = groups;
  switch (grouping) {
    case 'service':
      return (groups.byService ?? []).map((group) => {
        const course = series.map(
          ({ byService = [] }) => byService.find(({ service }) => service === group.service)?.opened ?? 0,
        );
        return rowOf('service', group.service, group, course);
      });
    case 'severity':
      return (groups.bySeverity ?? []).map((group) => {
        const course = series.map(
          ({ bySeverity = [] }) => bySeverity.find(({ severity }) => severity === group.severity)?.count ?? 0,
        );
        return { ...rowOf('severity', group.severity, group, course), name: severityWord[group.severity] };
      });
    case 'source':
      return (groups.bySource ?? []).map((group) => rowOf('source', group.source, group, undefined));
    case 'responder':
      return (groups.byResponder ?? []).map((group) => rowOf('responder', group.responder, group, undefined));
    case 'label':
      return (groups.byLabel ?? []).map((group) => rowOf('label', group.value, group, undefined));
  }
}

function rowOf(
  kind: Grouping,
  value: string | null,
  { opened, reopened, escalated, mtta, mttr }: Omit<GroupRow, 'part' | 'name' | 'course'>,
  course: readonly number[] | undefined,
): GroupRow {
  const part = { kind, value };
  return { part, name: value ?? noneWords[kind], opened, reopened, escalated, mtta, mttr, course };
}

export const sortColumns = ['name', 'opened', 'mtta', 'mttaP90', 'mttr', 'mttrP90', 'reopened', 'escalated'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** `-opened` is most incidents first, which is the default; `name` is by the alphabet. */
export function readSort(text: string | undefined): Sort {
  const isDescending = text?.startsWith('-') ?? true;
  const column = sortColumns.find((each) => each === (text ?? '').replace(/^-/, ''));
  return column === undefined ? { column: 'opened', isDescending: true } : { column, isDescending };
}

export function writeSort({ column, isDescending }: Sort): string | undefined {
  return column === 'opened' && isDescending ? undefined : `${isDescending ? '-' : ''}${column}`;
}

/** A new array. Rows in which nothing was measured come last, whichever way it is sorted. */
export function sortRows(rows: readonly GroupRow[], { column, isDescending }: Sort): readonly GroupRow[] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one, column), valueIn(other, column)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'string' || typeof b === 'string') return sign * String(a).localeCompare(String(b));
    return sign * (a - b);
  });
}

function valueIn(row: GroupRow, column: SortColumn): string | number | null {
  switch (column) {
    case 'name':
      return row.name;
    case 'mtta':
      return row.mtta.meanSeconds;
    case 'mttaP90':
      return row.mtta.p90Seconds;
    case 'mttr':
      return row.mttr.meanSeconds;
    case 'mttrP90':
      return row.mttr.p90Seconds;
    case 'opened':
    case 'reopened':
    case 'escalated':
      return row[column];
  }
}
