import { useEffect, useState } from 'react';

/** Gives the focus back to what had it before, where nothing has it once this is gone: on a busy machine React Aria loses it now and then. */
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // React Aria does it a frame later.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
        }),
      );
    },
    [before],
  );
}
