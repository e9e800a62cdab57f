import { useEffect, useState } from 'react';

/** A value that follows another once that has rested, so that each letter is not a question to the server. */
export function useSettled<T extends string | number | boolean>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, settled, pauseMs]);
  return settled;
}
