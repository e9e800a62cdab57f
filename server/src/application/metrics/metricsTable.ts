import type { Severity } from '../../domain/severity.ts';
import { bucketStarts } from '../../engines/metrics/bucketStarts.ts';
import type { App } from '../app.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { checkBucket } from '../metricsRange.ts';
import type { Dimension } from './cellPlan.ts';
import { cheapestDimension } from './cellPlan.ts';
import { type FigureGroup, type FigureRow, grouped, sumOf } from './figureGroup.ts';
import { type CheckedQuestion, checkQuestion, type MetricsQuestion } from './metricsQuestion.ts';
import { readFigureRows } from './readFigureRows.ts';

/** What a table has a row for: every combination that has incidents. */
export interface TableShape {
  readonly byTime: boolean;
  readonly bySeverity: boolean;
  readonly dimension: Dimension | null;
}

export interface TableRow extends FigureGroup {
  /** The part of the range that the row is about. */
  readonly from: Date;
  readonly to: Date;
  /** Null unless it is a table by severity. */
  readonly severity: Severity | null;
  /** Of the dimension; null where there is none, and for incidents without a value. */
  readonly key: string | null;
}

const mostRows = 100_000;

/**
 * The figures of a question as a table, in the order of time, key and severity, CRITICAL first. Without a shape it is one row, also where
 * there are no incidents. Throws InvalidArgument when an argument is out of its bounds or the table would have more than 100,000 rows.
 */
export async function readMetricsTable(app: App, asked: MetricsQuestion, shape: TableShape): Promise<TableRow[]> {
  const question = checkQuestion(asked);
  if (shape.byTime) checkBucket(question.selection.opened, question.bucket);
  const starts = startsOf(question, shape);
  const { from, to } = question.selection.opened;
  const rows = await readFigureRows(app, {
    selection: question.selection,
    boundaries: [from.getTime(), ...starts.slice(1), to.getTime()],
    bucket: shape.byTime ? question.bucket : null,
    dimension: shape.dimension ?? cheapestDimension(question.selection),
  });
  const groups = [...grouped(rows, (row) => nameOf(row, shape)).values()];
  if (groups.length > mostRows) {
    const message = `the table would have ${groups.length} rows, at most ${mostRows} are allowed: ask for wider buckets or a shorter range`;
    throw new InvalidArgument(['bucket'], message);
  }
  if (groups.length === 0 && !shape.byTime && !shape.bySeverity && shape.dimension === null) groups.push([]);
  return groups
    .map((some) => {
      const place = some[0]?.bucket ?? 0;
      const { figures, selection } = sumOf(some, question.selection);
      return {
        from: place === 0 ? from : new Date(starts[place] ?? from),
        to: new Date(starts[place + 1] ?? to),
        severity: shape.bySeverity ? (some[0]?.severity ?? null) : null,
        key: shape.dimension === null ? null : (some[0]?.key ?? null),
        figures,
        selection,
      };
    })
    .sort(inOrder);
}

function startsOf({ selection, bucket, timeZone }: CheckedQuestion, { byTime }: TableShape): number[] {
  const [from, to] = [selection.opened.from.getTime(), selection.opened.to.getTime()];
  return byTime ? bucketStarts({ from, to }, bucket, timeZone) : [from];
}

function nameOf({ bucket, severity, key }: FigureRow, { bySeverity, dimension }: TableShape): string {
  return JSON.stringify([bucket, bySeverity ? severity : '', dimension === null ? '' : key]);
}

const severityOrder: Record<Severity, number> = { CRITICAL: 0, HIGH: 1, MEDIUM: 2, LOW: 3 };

function inOrder(a: TableRow, b: TableRow): number {
  const [keyA, keyB] = [a.key ?? '\uffff', b.key ?? '\uffff'];
  return a.from.getTime() - b.from.getTime() || (keyA < keyB ? -1 : keyA > keyB ? 1 : rankOf(a) - rankOf(b));
}

function rankOf({ severity }: TableRow): number {
  return severity === null ? 0 : severityOrder[severity];
}
