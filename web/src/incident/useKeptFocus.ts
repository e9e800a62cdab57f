import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

interface KeptFocus<T extends HTMLElement> {
  readonly ref: RefObject<T | null>;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Keeps the focus in an element whose focused child went away, for example a button that has been pressed: it then stands on
 * the element itself, so that Tab goes on from there and pressing again does nothing. `state` says when children may change.
 */
export function useKeptFocus<T extends HTMLElement>(state: string): KeptFocus<T> {
  const ref = useRef<T>(null);
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: state says when to look, not what for
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
    if (hadFocus.current && isLost) ref.current?.focus();
  }, [state]);
  return {
    ref,
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: ({ relatedTarget }) => {
      // Null when the focused child was removed or switched off: that is the case to mend.
      if (relatedTarget !== null) hadFocus.current = false;
    },
  };
}
