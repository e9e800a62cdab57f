import { createContext, use } from 'react';
import type { MetricsFiguresFragment } from '../__generated__/operations.ts';
import type { Bounds } from './metricsRange.ts';
import type { BucketName, MetricsSearch } from './metricsSearch.ts';

/** What the parts of the page have in common. */
export interface MetricsPageState {
  readonly search: MetricsSearch;
  readonly timeZone: string;
  readonly bounds: Bounds;
  readonly bucket: BucketName;
  /** The range in words. */
  readonly words: string;
  /** Changes what stands in the URL; `undefined` takes it out. */
  readonly show: (
    change: { readonly [Key in keyof MetricsSearch]?: MetricsSearch[Key] | undefined },
    isStep?: boolean,
  ) => void;
}

export type Figures = MetricsFiguresFragment;
export type Point = MetricsFiguresFragment['series'][number];

export const MetricsContext = createContext<MetricsPageState | null>(null);

export function useMetricsPage(): MetricsPageState {
  const state = use(MetricsContext);
  if (state === null) throw new Error('This part of the metrics page stands outside of it');
  return state;
}
