import type { LiveIncident } from '../../live/liveIncident.ts';
import { compareUrgency } from '../../live/order.ts';

/** What the grid can be ordered by; a minus in front turns it round. */
export const gridSorts = ['number', 'service', 'stress', 'age', 'signals'] as const;

export type SortColumn = (typeof gridSorts)[number];
export type GridSort = SortColumn | `-${SortColumn}`;

export function parseGridSort(raw: unknown): GridSort | undefined {
  return gridSorts.flatMap((column) => [column, `-${column}` as const]).find((sort) => sort === raw);
}

/** The next order when a heading is pressed: its own, turned round, then urgency again (undefined). */
export function sortAfter(sort: GridSort | undefined, column: SortColumn): GridSort | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}

const comparisons = {
  number: (a, b) => b.number - a.number,
  service: (a, b) => a.service.localeCompare(b.service),
  stress: (a, b) => b.stress - a.stress,
  age: (a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0),
  signals: (a, b) => b.signalCount - a.signalCount,
} as const satisfies Record<SortColumn, (a: LiveIncident, b: LiveIncident) => number>;

/** The unresolved ones first, then by what was asked for, then by urgency. */
export function compareRows(sort: GridSort | undefined): (a: LiveIncident, b: LiveIncident) => number {
  const column = gridSorts.find((each) => sort === each || sort === `-${each}`);
  const direction = sort?.startsWith('-') ? -1 : 1;
  return (a, b) => {
    const byState = Number(a.status === 'RESOLVED') - Number(b.status === 'RESOLVED');
    if (byState !== 0) return byState;
    return (column === undefined ? 0 : comparisons[column](a, b) * direction) || compareUrgency(a, b);
  };
}
