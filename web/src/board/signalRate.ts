/** How many signals there were in all, at a moment. */
export interface RateSample {
  readonly atMs: number;
  readonly signals: number;
}

/** The rate is that of so many ms: long enough to be calm, short enough to be now. */
const windowMs = 30_000;
const leastMs = 4_000;
const stepMs = 1_000;

/** What a browser would have seen that had looked all the time, while the count grew by `rate` a second up to the sample. */
function seenBefore(rate: number, { atMs, signals }: RateSample): readonly RateSample[] {
  return Array.from({ length: windowMs / stepMs }, (_, place) => {
    const beforeMs = windowMs - place * stepMs;
    return { atMs: atMs - beforeMs, signals: signals - (rate * beforeMs) / 1000 };
  });
}

/** With one sample more. Where it is the first, or the first of a new day, what went before it is made of the rate, so that there always is one. */
export function withSampleAfter(
  rateBefore: number,
  samples: readonly RateSample[],
  sample: RateSample,
): readonly RateSample[] {
  const last = samples.at(-1);
  if (last === undefined) return withSample(seenBefore(rateBefore, sample), sample);
  if (sample.signals >= last.signals) return withSample(samples, sample);
  return withSample(seenBefore(rateOf(samples, sample.atMs) ?? rateBefore, sample), sample);
}

/** With one sample more, without those that are too old; the newest of them stays, so that the window has a beginning. */
export function withSample(samples: readonly RateSample[], sample: RateSample): readonly RateSample[] {
  const last = samples.at(-1);
  // A new day begins again at nothing.
  if (last !== undefined && sample.signals < last.signals) return [sample];
  const from = sample.atMs - windowMs;
  const firstInside = samples.findIndex(({ atMs }) => atMs >= from);
  const kept = firstInside < 0 ? samples.slice(-1) : samples.slice(Math.max(0, firstInside - 1));
  return [...kept, sample];
}

/** Signals a second, by what was seen; null as long as too little was. */
export function rateOf(samples: readonly RateSample[], nowMs: number): number | null {
  const last = samples.at(-1);
  if (last === undefined) return null;
  const from = nowMs - windowMs;
  const begin = samples.findLast(({ atMs }) => atMs <= from) ?? samples[0];
  if (begin === undefined || nowMs - begin.atMs < leastMs) return null;
  const seconds = Math.min(nowMs - begin.atMs, Math.max(windowMs, nowMs - last.atMs)) / 1000;
  return begin === last ? 0 : (last.signals - begin.signals) / seconds;
}
