import type { TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import { durationNames } from '../../engines/metrics/figures.ts';
import { measureOf } from '../../engines/metrics/measure.ts';
import { type Effect, type Piece, piecesOf } from '../../engines/metrics/pieces.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import type { MeasuredRow } from '../../persistence/measuredIncidents.ts';
import type { CellQuery } from '../../persistence/readCells.ts';
import type { App } from '../app.ts';
import { type CellPlan, cellPlan, type Dimension, pieceKinds } from './cellPlan.ts';
import { type CellSource, cellsOf } from './cellsOf.ts';
import type { FigureRow } from './figureGroup.ts';
import { FigureSums } from './figureSums.ts';
import { readBoundedIncidents } from './readBoundedIncidents.ts';

export interface FigureQuestion {
  readonly selection: IncidentSelection;
  /** Ascending, in ms since the epoch. */
  readonly boundaries: readonly number[];
  /** The width between the boundaries; null when there are two of them. */
  readonly bucket: TimeBucket | null;
  readonly dimension: Dimension;
}

/**
 * The figures of the selected incidents between boundaries, from cells and from incidents of one snapshot. Throws InvalidArgument when more
 * incidents would have to be read than may be.
 */
export async function readFigureRows({ database, days }: App, question: FigureQuestion): Promise<FigureRow[]> {
  const { selection, boundaries, bucket, dimension } = question;
  const plan = cellPlan(selection, dimension);
  const pieces = piecesOf(boundaries, plan === null ? ['INCIDENT'] : pieceKinds(plan, bucket));
  const sums = new FigureSums();
  await database.sql.begin('isolation level repeatable read read only', async (tx) => {
    if (plan !== null) await addCells({ tx, days }, sums, plan, pieces, question);
    await readBoundedIncidents(tx, selection, pieces, (incident, { effects }) => {
      const measure = measureOf(incident);
      const severity = selection.attribution === 'HIGHEST' ? measure.highestSeverity : measure.severity;
      sums.addMeasure(measure, severity, keyOf(incident, measure.responder, dimension), effects);
    });
  });
  return sums.rows();
}

async function addCells(
  source: CellSource,
  sums: FigureSums,
  { cells, values }: CellPlan,
  pieces: readonly Piece[],
  { selection, dimension }: FigureQuestion,
): Promise<void> {
  for (const width of ['DAY', 'HOUR'] as const) {
    const kind = cells[width];
    const some = pieces.filter((piece) => piece.kind === width);
    if (kind === undefined || some.length === 0) continue;
    const query: Omit<CellQuery, 'kind'> = {
      ranges: some.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
      severityBy: selection.attribution === 'HIGHEST' ? 'highestSeverity' : 'severity',
      severities: selection.severity,
      values,
      historical: selection.historical,
      durations: durationNames,
    };
    for (const { range, value, severity, figures } of await cellsOf(source, { ...query, kind })) {
      const effects = some[range]?.effects ?? [];
      sums.addFigures(figures, severity, dimension.by === 'source' && value === '' ? null : value, effects);
      if (kind === 'RESPONDER_DAY' && values === null) sums.addFigures(figures, severity, null, effects.map(opposite));
    }
    // There are no cells of what nobody responded to: it is all but what somebody did.
    if (kind !== 'RESPONDER_DAY' || values !== null) continue;
    for (const { range, severity, figures } of await cellsOf(source, { ...query, kind: 'SOURCE_DAY' })) {
      sums.addFigures(figures, severity, null, some[range]?.effects ?? []);
    }
  }
}

function keyOf(incident: MeasuredRow, responder: string | null, dimension: Dimension): string | null {
  switch (dimension.by) {
    case 'service':
      return incident.service;
    case 'source':
      return incident.source === '' ? null : incident.source;
    case 'responder':
      return responder;
    case 'label':
      return incident.labels.find(({ name }) => name === dimension.name)?.value ?? null;
  }
}

function opposite({ bucket, times }: Effect): Effect {
  return { bucket, times: times === 1 ? -1 : 1 };
}
