import { useQuery } from '@apollo/client/react';
import { LearnedGroupsDocument, type LearnedGroupsQuery } from '../__generated__/operations.ts';

export type LearnedGroup = LearnedGroupsQuery['learnedGroups'][number];

const againMs = 30_000;

/** What was learned to belong together. */
export function useLearnedGroups() {
  const { data, error, refetch } = useQuery(LearnedGroupsDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: againMs,
    skipPollAttempt: () => document.hidden,
  });
  return { groups: data?.learnedGroups, error, retry: () => void refetch().catch(() => undefined) };
}
