import { useSubscription } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { IncidentChangesDocument } from '../__generated__/operations.ts';

/** A storm changes an incident many times a second; the page is read again at most this often. */
const refreshEveryMs = 400;
/** After a refused or failed subscription. */
const restartAfterMs = 3_000;

/**
 * Calls `refresh` soon after each change of the incident, from `feedHead` (where the incident was read) on, so that nothing
 * that happened in between is missed. `refresh` answers the new feed head, from which a refused subscription begins again.
 */
export function useIncidentChanges(
  id: string,
  feedHead: string | undefined,
  refresh: () => Promise<string | undefined>,
): void {
  const [after, setAfter] = useState(feedHead);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { restart } = useSubscription(IncidentChangesDocument, {
    variables: { filter: { id: [id] }, ...(after === undefined ? {} : { after }) },
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: () => later(refreshEveryMs, refreshOnce),
    onError: () => later(restartAfterMs, beginAgain),
  });

  const refreshOnce = useEffectEvent(() => {
    refresh().catch(() => {
      // The query keeps its own error, which the page shows; what was read before stays.
    });
  });

  const beginAgain = useEffectEvent(async () => {
    const head = await refresh().catch(() => undefined);
    if (head === undefined || head === after) restart();
    else setAfter(head);
  });

  function later(delayMs: number, act: () => void): void {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      act();
    }, delayMs);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
}
