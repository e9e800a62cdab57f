import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Identified, successorOf } from './heldOrder.ts';

/**
 * Keeps the focus on its incident: when the browser drops it because the card was moved, it comes back; when the card left,
 * it goes to the next one instead of nowhere. Answers which incident has it.
 */
export function useKeptCard(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly Identified[],
): RefObject<string | null> {
  const focusedId = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = focusedId.current;
    if (id === null || document.activeElement !== document.body) return;
    const isThere = rows.some((row) => row.id === id && row.kind !== 'GONE');
    const next = isThere ? id : successorOf(rows, id);
    focusedId.current = next;
    if (next === null) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-incident="${CSS.escape(next)}"]`)
      ?.focus({ preventScroll: isThere });
  }, [rows, scroller]);
  useEffect(() => {
    function remember({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      focusedId.current = target.closest('[data-incident]')?.getAttribute('data-incident') ?? null;
    }
    // Somebody took the focus elsewhere: what is rendered because of that finds nothing focused yet, and must not take it back.
    function forget({ relatedTarget }: FocusEvent): void {
      if (relatedTarget instanceof Node && !element?.contains(relatedTarget)) focusedId.current = null;
    }
    const element = scroller.current;
    element?.addEventListener('focusin', remember);
    element?.addEventListener('focusout', forget);
    return () => {
      element?.removeEventListener('focusin', remember);
      element?.removeEventListener('focusout', forget);
    };
  }, [scroller]);
  return focusedId;
}
