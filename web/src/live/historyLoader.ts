import type { ApolloClient } from '@apollo/client';
import { SignalHistoriesDocument, type SignalHistoriesQuery } from '../__generated__/operations.ts';
import { binMs } from './activity.ts';
import type { LoadedHistory } from './liveState.ts';
import type { LiveStore } from './liveStore.ts';

/** What comes into sight together is asked for together. */
const gatherMs = 50;
/** The contract takes no more ids at once. */
const mostIds = 100;
const retryAfterMs = 10_000;

export interface HistoryLoader {
  /** Asks for the past hour of an incident, unless that is under way. */
  readonly ask: (id: string) => void;
  readonly stop: () => void;
}

/**
 * Loads how the signals of the incidents in sight came before the browser watched. Asked for one by one, sent in few requests, one at a time:
 * who scrolls through thousands does not bring them all about at once.
 */
export function createHistoryLoader(
  client: Pick<ApolloClient, 'query'>,
  store: Pick<LiveStore, 'dispatch'>,
): HistoryLoader {
  const waiting = new Set<string>();
  const underWay = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function later(delayMs: number): void {
    if (!isStopped && underWay.size === 0) timer ??= setTimeout(send, delayMs);
  }

  async function send(): Promise<void> {
    timer = undefined;
    for (const id of [...waiting].slice(0, mostIds)) {
      waiting.delete(id);
      underWay.add(id);
    }
    let nextInMs = gatherMs;
    try {
      const filter = { id: [...underWay] };
      const variables = { filter, first: underWay.size };
      const { data } = await client.query({ query: SignalHistoriesDocument, variables, fetchPolicy: 'no-cache' });
      if (data && !isStopped) {
        store.dispatch({ type: 'historiesLoaded', histories: data.incidents.nodes.map(toHistory), nowMs: Date.now() });
      }
    } catch {
      // The connection shows its own trouble; what is in sight then still is asked for again.
      for (const id of underWay) waiting.add(id);
      nextInMs = retryAfterMs;
    }
    underWay.clear();
    if (waiting.size > 0) later(nextInMs);
  }

  return {
    ask: (id) => {
      if (underWay.has(id)) return;
      waiting.add(id);
      later(gatherMs);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function toHistory({ id, signalHistory }: SignalHistoriesQuery['incidents']['nodes'][number]): LoadedHistory {
  const { from, counts, total } = signalHistory;
  const lastBin = Math.floor(Date.parse(from) / binMs) + counts.length - 1;
  return { id, total, activity: { lastBin, counts, isComplete: true } };
}
