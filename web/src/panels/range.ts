import type { TimeBucket } from '../__generated__/operations.ts';

export type RangeName = '1h' | '24h' | '7d' | '30d';

interface RangeDefinition {
  /** On the button. */
  readonly label: string;
  /** In sentences: "No incident was acknowledged in the last 24 hours." */
  readonly words: string;
  readonly bucket: TimeBucket;
  /** How many buckets, the current one included. */
  readonly buckets: number;
}

export const ranges = {
  '1h': { label: '1 h', words: 'the last hour', bucket: 'MINUTE', buckets: 60 },
  '24h': { label: '24 h', words: 'the last 24 hours', bucket: 'HOUR', buckets: 24 },
  '7d': { label: '7 d', words: 'the last 7 days', bucket: 'DAY', buckets: 7 },
  '30d': { label: '30 d', words: 'the last 30 days', bucket: 'DAY', buckets: 30 },
} as const satisfies Record<RangeName, RangeDefinition>;

export const defaultRange = '24h' satisfies RangeName;

export const rangeNames: readonly RangeName[] = ['1h', '24h', '7d', '30d'];

/** The range in a URL; the default for anything else. */
export function parseRange(raw: unknown): RangeName {
  return rangeNames.find((name) => name === raw) ?? defaultRange;
}
