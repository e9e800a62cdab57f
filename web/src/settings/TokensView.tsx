import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { TokenListDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { useRevision } from '../live/useRevision.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { useViewer } from '../session/useSession.ts';
import { NewToken } from './NewToken.tsx';
import { TokenItem } from './TokenItem.tsx';

/** The tokens in force: made, shown once, and revoked. */
export function TokensView() {
  const viewer = useViewer();
  const missingRole = useMissingRole('ADMIN');
  const isAdmin = viewer.role === 'ADMIN';
  const [isMaking, setIsMaking] = useState(false);
  const { data, error, refetch } = useQuery(TokenListDocument, { skip: !isAdmin, fetchPolicy: 'cache-and-network' });
  useRevision('API_TOKENS', () => refetch(), !isAdmin);
  const refresh = () => void refetch().catch(() => undefined);
  if (!isAdmin) {
    return (
      <EmptyState title="Your token may not see the others" className="surface">
        It needs the role ADMIN; “{viewer.name}” has {viewer.role}. An administrator makes and revokes tokens here.
      </EmptyState>
    );
  }
  if (error !== undefined && data === undefined) {
    return <FailureNotice title="The tokens could not be loaded." error={error} onRetry={refresh} />;
  }
  return (
    <>
      {isMaking ? (
        <NewToken onMade={refresh} onClose={() => setIsMaking(false)} />
      ) : (
        <Button variant="primary" className="self-start" disabledReason={missingRole} onPress={() => setIsMaking(true)}>
          Make a token
        </Button>
      )}
      {data === undefined ? (
        <ListSkeleton rows={3} />
      ) : (
        <ul aria-label="Tokens in force" className="surface divide-y divide-border">
          {data.apiTokens.map((token) => (
            <TokenItem
              key={token.id}
              token={token}
              isOwn={token.name === viewer.name && token.role === viewer.role}
              onRevoked={refresh}
            />
          ))}
        </ul>
      )}
    </>
  );
}
