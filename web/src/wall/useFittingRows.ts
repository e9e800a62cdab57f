import { type RefCallback, useCallback, useState } from 'react';

interface FittingRows {
  readonly ref: RefCallback<HTMLElement>;
  /** How many rows there is room for. */
  readonly rows: number;
}

/** Measures how many rows of `--wall-row` fit into an element. */
export function useFittingRows(): FittingRows {
  const [rows, setRows] = useState(8);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const rowPx = Number.parseFloat(getComputedStyle(element).gridAutoRows);
      if (rowPx > 0) setRows(Math.max(1, Math.floor(element.clientHeight / rowPx)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, rows };
}
