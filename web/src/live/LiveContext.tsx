import { createContext, use, useSyncExternalStore } from 'react';
import type { LiveState } from './liveState.ts';
import type { LiveStore } from './liveStore.ts';

export const LiveContext = createContext<LiveStore | null>(null);

export function useLiveStore(): LiveStore {
  const store = use(LiveContext);
  if (store === null) throw new Error('No live store: this component belongs inside a signed-in session.');
  return store;
}

/** A part of the live state. `select` must answer the same object as long as nothing changed. */
export function useLive<T>(select: (state: LiveState) => T): T {
  const store = useLiveStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
