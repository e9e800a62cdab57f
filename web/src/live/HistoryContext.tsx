import { createContext, use } from 'react';
import type { HistoryLoader } from './historyLoader.ts';

export const HistoryContext = createContext<HistoryLoader | null>(null);

export function useHistoryLoader(): HistoryLoader {
  const loader = use(HistoryContext);
  if (loader === null) throw new Error('No history loader: this component belongs inside a signed-in session.');
  return loader;
}
