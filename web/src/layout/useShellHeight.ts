import { type RefCallback, useCallback } from 'react';

/** Keeps the height of the header with its banners in `--shell-height`, so that the board can fill the rest of the screen. */
export function useShellHeight(): RefCallback<HTMLElement> {
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--shell-height', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}
