import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { registerOrder } from './cardFocus.ts';
import type { ColumnRow } from './columnRow.ts';

/** The incidents in the order in which they stand; always the same function, so that cards need no new rendering. */
export function useOrder(rows: readonly ColumnRow[], scroller: RefObject<HTMLElement | null>): () => readonly string[] {
  const newest = useRef(rows);
  useLayoutEffect(() => {
    newest.current = rows;
  }, [rows]);
  const order = useCallback(
    () =>
      newest.current.flatMap((row) => {
        if (row.kind === 'GONE') return [];
        return row.kind === 'INCIDENT' ? [row.id] : row.members.map(({ id }) => id);
      }),
    [],
  );
  useLayoutEffect(() => {
    const column = scroller.current?.closest('[data-column]');
    if (column) registerOrder(column, order);
  }, [scroller, order]);
  return order;
}
