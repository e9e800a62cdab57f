import { useEffect } from 'react';
import { useNow } from '../components/useNow.ts';

const everyMs = 60_000;
/** Pixels to the right and down, one after the other: no pixel shows the same edge for hours and burns in. */
const places = [
  [0, 0],
  [4, 2],
  [8, 0],
  [6, 6],
  [2, 8],
  [0, 4],
] as const;

export function usePixelShift(): void {
  const place = useNow((nowMs) => Math.floor(nowMs / everyMs) % places.length);
  useEffect(() => {
    const [x, y] = places[place] ?? places[0];
    document.documentElement.style.setProperty('--wall-shift', `${x}px ${y}px`);
  }, [place]);
}
