import { useEffect, useRef, useState } from 'react';

const atMostEveryMs = 5_000;

/** The text, but changing at most every 5 s: a reader that is interrupted all the time says nothing. */
export function useDeferredText(text: string): string {
  const [shown, setShown] = useState(text);
  const changedAt = useRef(0);
  useEffect(() => {
    if (text === shown) return;
    const waitMs = Math.max(0, changedAt.current + atMostEveryMs - Date.now());
    const timer = setTimeout(() => {
      changedAt.current = Date.now();
      setShown(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text, shown]);
  return shown;
}
