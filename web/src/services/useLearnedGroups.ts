import { useQuery } from '@apollo/client/react';
import { LearnedGroupsDocument, type LearnedGroupsQuery } from '../__generated__/operations.ts';
import { useRevision } from '../live/useRevision.ts';

export type LearnedGroup = LearnedGroupsQuery['learnedGroups'][number];

/** What was learned to belong together; signals teach it. */
export function useLearnedGroups() {
  const { data, error, refetch } = useQuery(LearnedGroupsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  useRevision('SIGNALS', () => refetch());
  return { groups: data?.learnedGroups, error, retry: () => void refetch().catch(() => undefined) };
}
