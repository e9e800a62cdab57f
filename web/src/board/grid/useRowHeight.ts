import { useSyncExternalStore } from 'react';

/** Pixels of a row, by density and text size: `--row-height` of tokens.css. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, rowHeightPx);
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => observer.disconnect();
}

function rowHeightPx(): number {
  const px = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-height'));
  return Number.isFinite(px) ? px : 36;
}
