import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { ActivePolicyDocument } from '../__generated__/operations.ts';
import { useRevision } from '../live/useRevision.ts';
import { channelsOf } from './channels.ts';

/** The policy in force, as far as the settings show it. */
export function usePolicyOverview() {
  const { data, error, refetch } = useQuery(ActivePolicyDocument, { fetchPolicy: 'cache-and-network' });
  useRevision('POLICIES', () => refetch());
  const document = data?.policy?.document;
  const overview = useMemo(() => (document === undefined ? undefined : channelsOf(document)), [document]);
  return { overview, version: data?.policy?.version, error, retry: () => void refetch().catch(() => undefined) };
}
