import { useQuery } from '@apollo/client/react';
import { MatcherPreviewDocument, type MatcherPreviewQuery } from '../__generated__/operations.ts';
import { useSettled } from '../forms/useSettled.ts';
import { useRevision } from '../live/useRevision.ts';
import { formatMatchers, type Matcher, parseMatchers } from './matcherText.ts';

export type MatcherPreview = MatcherPreviewQuery['matcherPreview'];

interface PreviewState {
  /** What the newest answer was; undefined before the first, and while a matcher has no name. */
  readonly preview: MatcherPreview | undefined;
  readonly error: Error | undefined;
  readonly isAsking: boolean;
  readonly retry: () => void;
}

const pauseMs = 300;

/** What matchers match now: asked when typing pauses, and again when signals came. */
export function useMatcherPreview(matchers: readonly Matcher[]): PreviewState {
  const isNamed = matchers.every(({ name }) => name.trim() !== '');
  const typed = isNamed ? formatMatchers(matchers) : '';
  const settled = useSettled(typed, pauseMs);
  const { data, previousData, error, loading, refetch } = useQuery(MatcherPreviewDocument, {
    variables: { matchers: parseMatchers(settled) ?? [] },
    skip: settled === '',
    fetchPolicy: 'no-cache',
  });
  useRevision('SIGNALS', () => refetch(), settled === '');
  return {
    preview: isNamed ? (data ?? previousData)?.matcherPreview : undefined,
    error,
    isAsking: typed !== settled || loading,
    retry: () => void refetch().catch(() => undefined),
  };
}
