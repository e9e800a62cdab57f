import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { SilenceListDocument, type SilenceState } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { useRevision } from '../live/useRevision.ts';
import { SilenceItem } from './SilenceItem.tsx';
import { silenceStates, stateWords } from './silencesSearch.ts';

interface SilencesViewProps {
  readonly state: SilenceState;
}

const atFirst = 50;
const most = 100;

const emptyWords = {
  ACTIVE: 'No silence is in force. Every signal is heard.',
  PENDING: 'No silence is to come.',
  EXPIRED: 'No silence has ended yet.',
} as const satisfies Record<SilenceState, string>;

/** The silences that stand at one point: in force, to come, or over. */
export function SilencesView({ state }: SilencesViewProps) {
  const [first, setFirst] = useState(atFirst);
  const { data, previousData, error, refetch } = useQuery(SilenceListDocument, {
    variables: { state, first },
    fetchPolicy: 'cache-and-network',
  });
  useRevision('SILENCES', () => refetch());
  const known = data ?? previousData;
  const counts = { ACTIVE: known?.active, PENDING: known?.pending, EXPIRED: known?.expired };
  const refresh = () => void refetch().catch(() => undefined);
  return (
    <>
      <ViewLinks
        label="Where they stand"
        size="small"
        links={silenceStates.map((each) => ({
          label: stateWords[each],
          to: '/silences',
          search: each === 'ACTIVE' ? {} : { state: each },
          isCurrent: each === state,
          count: counts[each]?.totalCount,
        }))}
      />
      {error !== undefined && (
        <FailureNotice title="The silences could not be loaded." error={error} onRetry={refresh} />
      )}
      {data === undefined && error === undefined && <ListSkeleton rows={3} />}
      {data !== undefined && (
        <>
          <div className="surface divide-y divide-border">
            {data.silences.nodes.map((silence) => (
              <SilenceItem key={silence.id} silence={silence} onChanged={refresh} />
            ))}
            {data.silences.nodes.length === 0 && (
              <EmptyState title={emptyWords[state]}>
                {state === 'ACTIVE' &&
                  'While something known goes on, make one: what it matches is kept and counted, opens no incident and wakes nobody.'}
              </EmptyState>
            )}
          </div>
          {data.silences.totalCount > data.silences.nodes.length && first < most && (
            <Button size="small" className="self-center" onPress={() => setFirst(most)}>
              Show more
            </Button>
          )}
        </>
      )}
    </>
  );
}
