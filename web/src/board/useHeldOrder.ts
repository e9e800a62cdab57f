import { type FocusEvent, type PointerEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type HeldRow, holdOrder, type Identified } from './heldOrder.ts';

interface HeldOrder<T extends Identified> {
  readonly rows: readonly HeldRow<T>[];
  readonly waiting: number;
  /** Puts everything where it belongs, and goes on holding from there. */
  readonly rearrange: () => void;
  readonly handlers: {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

interface Hold {
  readonly pointer: boolean;
  readonly focus: boolean;
  readonly order: readonly string[] | null;
}

const free: Hold = { pointer: false, focus: false, order: null };

/** Holds a column's order while the mouse or the keyboard's focus is on it. */
export function useHeldOrder<T extends Identified>(units: readonly T[]): HeldOrder<T> {
  const [hold, setHold] = useState(free);
  const { rows, waiting } = useMemo(() => holdOrder(hold.order, units), [hold.order, units]);
  const newest = useRef(units);
  useLayoutEffect(() => {
    newest.current = units;
  }, [units]);
  const order = useCallback(() => newest.current.map(({ id }) => id), []);
  const rearrange = useCallback(() => {
    const now = order();
    setHold((before) => (before.order === null ? before : { ...before, order: now }));
  }, [order]);
  function change(part: Partial<Pick<Hold, 'pointer' | 'focus'>>): void {
    setHold((before) => {
      const after = { ...before, ...part };
      // The focus moves within the column at every key: nothing is held that was not.
      if (after.pointer === before.pointer && after.focus === before.focus) return before;
      if (!after.pointer && !after.focus) return free;
      return { ...after, order: before.order ?? order() };
    });
  }
  return {
    rows,
    waiting,
    rearrange,
    handlers: {
      // A finger does not rest on the screen.
      onPointerEnter: (event) => event.pointerType === 'mouse' && change({ pointer: true }),
      onPointerLeave: () => change({ pointer: false }),
      onFocus: (event) => event.target.matches(':focus-visible') && change({ focus: true }),
      onBlur: (event) => !event.currentTarget.contains(event.relatedTarget) && change({ focus: false }),
    },
  };
}
