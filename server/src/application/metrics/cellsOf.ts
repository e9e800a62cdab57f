import type { TransactionSql } from 'postgres';
import { type CellQuery, type ReadCell, readCells } from '../../persistence/readCells.ts';
import type { DayQuestion, RememberedDays } from './rememberedDays.ts';

export interface CellSource {
  /** A repeatable read. */
  readonly tx: TransactionSql;
  readonly days: RememberedDays;
}

const dayMs = 86_400_000;
/** Longer stretches are summed up by the database, and not remembered day by day. */
const mostDays = 400;

/** Cells in which there is something, in the order of the ranges: those of whole days from memory where they are known. */
export async function cellsOf({ tx, days }: CellSource, query: CellQuery): Promise<Omit<ReadCell, 'sketchBytes'>[]> {
  const { kind, ranges, severities, values } = query;
  const starts = ranges.flatMap(({ from, to }, range) => daysBetween(from, to).map((day) => ({ day, range })));
  // One service of thousands is read with less effort than all of them.
  if (kind === 'SERVICE_HOUR' || values !== null || starts.length > mostDays) return readCells(tx, query);
  const question: DayQuestion = { kind, severityBy: query.severityBy, historical: query.historical };
  const found = await days.read(
    tx,
    question,
    starts.map(({ day }) => day),
  );
  return found.flatMap((cells, place) => {
    const range = starts[place]?.range ?? 0;
    const wanted = severities === null ? cells : cells.filter(({ severity }) => severities.includes(severity));
    return wanted.map(({ value, severity, figures }) => ({ range, value, severity, figures }));
  });
}

function daysBetween(from: Date, to: Date): number[] {
  const count = Math.ceil((to.getTime() - from.getTime()) / dayMs);
  return Array.from({ length: count }, (_, place) => from.getTime() + place * dayMs);
}
