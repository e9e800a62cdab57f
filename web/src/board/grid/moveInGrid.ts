import type { KeyboardEvent } from 'react';

interface GridMoves {
  /** All rows, also those that are not rendered. */
  readonly order: readonly string[];
  /** Rows in a screenful. */
  readonly pageRows: number;
  readonly focusRow: (id: string) => void;
}

/** Arrows, Home, End and the page keys between rows; left and right between what can be pressed in a row. */
export function moveInGrid(event: KeyboardEvent, { order, pageRows, focusRow }: GridMoves): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-incident]') : null;
  if (row === null || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = order.indexOf(row.dataset.incident ?? '');
  const to = rowAfter(event.key, at, order.length, pageRows);
  const id = to === undefined ? undefined : order[to];
  if (id !== undefined) {
    event.preventDefault();
    focusRow(id);
    return;
  }
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const stops = [row, ...row.querySelectorAll<HTMLElement>('a, button:not(:disabled), input')];
    const next = stops[stops.indexOf(event.target as HTMLElement) + (event.key === 'ArrowRight' ? 1 : -1)];
    if (next) event.preventDefault();
    next?.focus();
  }
}

function rowAfter(key: string, at: number, count: number, pageRows: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + pageRows, count - 1);
    case 'PageUp':
      return Math.max(at - pageRows, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
