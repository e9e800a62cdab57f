import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { registerOrder } from './cardFocus.ts';
import type { ColumnRow } from './columnRow.ts';

/** The incidents in the order in which they stand; always the same function, so that cards need no new rendering. */
export function useOrder(rows: readonly ColumnRow[], scroller: RefObject<HTMLElement | null>): () => readonly string[] {
  const newest = useRef(rows);
  useLayoutEffect(() => {
    newest.current = rows;
  }, [rows]);
  const order = useCallback(() => incidentIdsOf(newest.current), []);
  useLayoutEffect(() => {
    const column = scroller.current?.closest('[data-column]');
    if (column) registerOrder(column, order);
  }, [scroller, order]);
  return order;
}

/** The ids of the incidents in the order of their rows, each once: those of a storm that is open have rows of their own. */
export function incidentIdsOf(rows: readonly ColumnRow[]): readonly string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'GONE') return [];
    if (row.kind === 'INCIDENT') return [row.id];
    return row.isOpen ? [] : row.members.map(({ id }) => id);
  });
}
