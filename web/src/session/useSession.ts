import { createContext, use, useSyncExternalStore } from 'react';
import { getSession, type Session, subscribeToSession, type Viewer } from './session.ts';

export function useSession(): Session {
  return useSyncExternalStore(subscribeToSession, getSession);
}

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (viewer === null) throw new Error('No viewer: this component belongs inside a signed-in session.');
  return viewer;
}
