import { useEffect, useState } from 'react';
import { useNow } from '../components/useNow.ts';
import { type RateSample, rateOf, withSampleAfter } from './signalRate.ts';

/**
 * Signals a second over the last half minute, from a count of the day and the rate (signals a second) at which the server saw it grow before
 * this browser looked; null until both are known.
 */
export function useSignalRate(signals: number | undefined, rateBefore: number | undefined): number | null {
  const [samples, setSamples] = useState<readonly RateSample[]>([]);
  useEffect(() => {
    if (signals === undefined || rateBefore === undefined) return;
    setSamples((known) => withSampleAfter(rateBefore, known, { atMs: Date.now(), signals }));
  }, [signals, rateBefore]);
  // Tenths, as text: the component renders again only when the figure changes.
  const shown = useNow((nowMs) => rateOf(samples, nowMs)?.toFixed(1) ?? '');
  return shown === '' ? null : Number(shown);
}
