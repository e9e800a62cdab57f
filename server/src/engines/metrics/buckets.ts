/** Leading binary digits that a bucket tells apart. */
const linear = 128;

/**
 * The bucket of a duration in whole ms, 0 to 2^53. Below 128 ms each ms is one of its own; above, a power of two is cut into 128: a bucket's
 * width is at most 1/128 of the durations in it. Ascending with the duration.
 *
 * @see https://hdrhistogram.github.io/HdrHistogram/JavaDoc/org/HdrHistogram/package-summary.html
 */
export function bucketOf(ms: number): number {
  if (ms < linear) return ms;
  const shift = exponentOf(ms) - 7;
  return shift * linear + Math.floor(ms / 2 ** shift);
}

/** There are fewer up to 2^53 ms. */
export const bucketCount = 48 * linear;

const lowest = Float64Array.from({ length: bucketCount }, (_, bucket) => {
  const shift = Math.max(0, Math.floor(bucket / linear) - 1);
  return (bucket - shift * linear) * 2 ** shift;
});

/** The shortest duration of a bucket, in ms. */
export function lowestOf(bucket: number): number {
  return lowest[bucket] ?? Number.NaN;
}

/** Where the bucket of a duration in ms ends: the shortest whole number that is not in it. */
export function endOfBucketOf(ms: number): number {
  return lowestOf(bucketOf(Math.max(0, Math.round(ms))) + 1);
}

/** The place of the highest binary digit. The logarithm may round up to the next power of two. */
function exponentOf(ms: number): number {
  if (ms < 2 ** 31) return 31 - Math.clz32(ms);
  const exponent = Math.floor(Math.log2(ms));
  return 2 ** exponent > ms ? exponent - 1 : exponent;
}
