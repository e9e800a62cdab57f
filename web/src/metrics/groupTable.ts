import type { FigureColumn, FigureTable } from './figureTable.ts';
import type { GroupRow } from './groupRows.ts';

const count = (name: string): FigureColumn => ({ heading: name, csvName: name, kind: 'count' });
const seconds = (name: string): FigureColumn => ({ heading: name, csvName: `${name}_seconds`, kind: 'seconds' });

/** The rows as a file. */
export function groupTable(heading: string, rows: readonly GroupRow[]): FigureTable {
  return {
    caption: heading,
    columns: [
      { heading, csvName: heading.toLowerCase(), kind: 'text' },
      count('opened'),
      count('reopened'),
      count('escalated'),
      ...['mtta', 'mttr'].flatMap((name) => [
        seconds(`${name}_mean`),
        seconds(`${name}_p50`),
        seconds(`${name}_p90`),
        seconds(`${name}_p95`),
        count(`${name}_n`),
        count(`${name}_pending`),
        count(`${name}_not_applicable`),
      ]),
    ],
    rows: rows.map(({ part, opened, reopened, escalated, mtta, mttr }, place) => ({
      key: String(place),
      cells: [
        part.value,
        opened,
        reopened,
        escalated,
        ...[mtta, mttr].flatMap(({ meanSeconds, p50Seconds, p90Seconds, p95Seconds, n, pending, notApplicable }) => [
          meanSeconds,
          p50Seconds,
          p90Seconds,
          p95Seconds,
          n,
          pending,
          notApplicable,
        ]),
      ],
    })),
  };
}
