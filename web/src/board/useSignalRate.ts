import { useEffect, useState } from 'react';
import { useNow } from '../components/useNow.ts';
import { type RateSample, rateOf, withSample } from './signalRate.ts';

/** Signals a second over the last half minute, from a count that only grows; null while it is not known. */
export function useSignalRate(signals: number | undefined): number | null {
  const [samples, setSamples] = useState<readonly RateSample[]>([]);
  useEffect(() => {
    if (signals !== undefined) setSamples((known) => withSample(known, { atMs: Date.now(), signals }));
  }, [signals]);
  // Tenths, as text: the component renders again only when the figure changes.
  const shown = useNow((nowMs) => rateOf(samples, nowMs)?.toFixed(1) ?? '');
  return shown === '' ? null : Number(shown);
}
