import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';
import { repeat, retry, timer } from 'rxjs';
import { RevisionChangedDocument, type RevisionKind } from '../__generated__/operations.ts';
import { inTurn } from './inTurn.ts';
import { reconnectDelayMs } from './reconnectDelay.ts';

/**
 * Calls `read` when things of a kind are not what they were, whoever changed them and on whichever server. It is called once at the beginning
 * too: what changed between the first reading and this is not told otherwise. While nobody looks at the page it waits.
 */
export function useRevision(kind: RevisionKind, read: () => Promise<unknown>, isOff = false): void {
  const client = useApolloClient();
  const readNow = useEffectEvent(read);

  useEffect(() => {
    if (isOff) return;
    let known: string | undefined;
    let isWaiting = false;
    const readAgain = inTurn(() => readNow());
    const look = () => {
      isWaiting = document.hidden;
      if (!isWaiting) readAgain();
    };
    const onVisible = () => isWaiting && look();
    document.addEventListener('visibilitychange', onVisible);
    const subscription = client
      .subscribe({ query: RevisionChangedDocument, variables: { kind }, fetchPolicy: 'no-cache' })
      .pipe(
        retry({ resetOnSuccess: true, delay: (_, attempt) => timer(reconnectDelayMs(attempt)) }),
        // A server that is about to leave ends it in good order.
        repeat({ delay: (round) => timer(reconnectDelayMs(Math.min(round, 3))) }),
      )
      .subscribe(({ data }) => {
        const revision = data?.revisionChanged.revision;
        if (revision === undefined || revision === known) return;
        known = revision;
        look();
      });
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      subscription.unsubscribe();
    };
  }, [client, kind, isOff]);
}
