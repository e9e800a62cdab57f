import { BoardHeadDocument, ViewerDocument, type ViewerQuery } from '../__generated__/operations.ts';
import { connectToServer, type ServerConnection } from '../apollo.ts';
import { createHistoryLoader, type HistoryLoader } from '../live/historyLoader.ts';
import { createLiveStore, type LiveStore } from '../live/liveStore.ts';
import { startLive } from '../live/startLive.ts';
import { forgetToken, isWall, keepToken, readToken } from './token.ts';

export type Viewer = ViewerQuery['viewer'];

export type Session =
  | { readonly kind: 'SIGNED_OUT'; readonly message: string | null }
  | { readonly kind: 'CHECKING' }
  /** The server did not answer; the token may still be good. */
  | { readonly kind: 'UNREACHABLE'; readonly message: string; readonly token: string }
  | {
      readonly kind: 'SIGNED_IN';
      readonly viewer: Viewer;
      readonly connection: ServerConnection;
      readonly live: LiveStore;
      readonly histories: HistoryLoader;
    };

const refusedMessage = 'The server does not accept this token. It may have been revoked, or belong to another server.';

let session: Session = { kind: 'SIGNED_OUT', message: null };
let end: (() => void) | null = null;
/** Attempts to sign in, so that the answer to an abandoned one changes nothing. */
let attempts = 0;
const listeners = new Set<() => void>();

export function getSession(): Session {
  return session;
}

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

/** Signs in with the token of a link, or the one that was kept. */
export function restoreSession(linkToken: string | null): void {
  const token = linkToken ?? readToken();
  if (token !== null) void signIn(token);
}

export async function signIn(token: string): Promise<void> {
  leave();
  attempts += 1;
  const attempt = attempts;
  become({ kind: 'CHECKING' });
  const live = createLiveStore();
  const connection = connectToServer({
    token,
    onUnauthenticated: () => attempt === attempts && signOut(refusedMessage),
    onConnection: (event) => live.dispatch({ type: 'connection', event }),
  });
  end = connection.close;
  try {
    const [{ data }] = await Promise.all([
      connection.client.query({ query: ViewerDocument, fetchPolicy: 'no-cache' }),
      readSystem(connection, live),
    ]);
    if (attempt !== attempts) return;
    if (!data) throw new Error('The server did not say whose token this is.');
    if (data.viewer.role === 'INGESTER') {
      signOut(
        `The token "${data.viewer.name}" may only send signals. The board needs one with the role VIEWER or more.`,
      );
      return;
    }
    if (!isWall()) keepToken(token);
    const stopLive = startLive(connection, live);
    const histories = createHistoryLoader(connection.client, live);
    end = () => {
      histories.stop();
      stopLive();
      connection.close();
    };
    become({ kind: 'SIGNED_IN', viewer: data.viewer, connection, live, histories });
  } catch (error) {
    if (attempt !== attempts) return;
    leave();
    become({ kind: 'UNREACHABLE', message: error instanceof Error ? error.message : String(error), token });
  }
}

/** The state of the system, so that what stands over each page is there from its first frame and pushes nothing down. */
async function readSystem({ client }: ServerConnection, live: LiveStore): Promise<void> {
  try {
    const { data } = await client.query({ query: BoardHeadDocument, fetchPolicy: 'no-cache' });
    if (data) live.dispatch({ type: 'systemChanged', system: data.systemStatus });
  } catch {
    // Who may not read is told so by what the viewer's role says, and the snapshot asks again.
  }
}

export function signOut(message: string | null = null): void {
  attempts += 1;
  leave();
  if (!isWall()) forgetToken();
  become({ kind: 'SIGNED_OUT', message });
}

function leave(): void {
  end?.();
  end = null;
}
