import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo } from 'react';
import { createIncidentActions } from '../actions/performAction.ts';
import { IncidentActionsContext } from '../actions/useIncidentActions.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { lazyPart } from '../components/lazyPart.ts';
import { HistoryContext } from '../live/HistoryContext.tsx';
import { LiveContext } from '../live/LiveContext.tsx';
import { SignInPage } from '../pages/SignInPage.tsx';
import { router } from '../router.tsx';
import { type Session, signIn } from '../session/session.ts';
import { isWall } from '../session/token.ts';
import { useSession, ViewerContext } from '../session/useSession.ts';

const WallPage = lazyPart(() => import('../pages/WallPage.tsx').then(({ WallPage }) => WallPage));

const retryEveryMs = 5_000;

export function App() {
  const session = useSession();
  switch (session.kind) {
    case 'SIGNED_OUT':
      return <SignInPage message={session.message} />;
    case 'CHECKING':
      return <p className="sr-only">Signing in</p>;
    case 'UNREACHABLE':
      return <Unreachable message={session.message} token={session.token} />;
    case 'SIGNED_IN':
      return <SignedIn {...session} />;
  }
}

function SignedIn({ viewer, connection, live, histories }: Extract<Session, { kind: 'SIGNED_IN' }>) {
  const { client } = connection;
  const actions = useMemo(
    () => createIncidentActions({ client, live, viewerName: viewer.name }),
    [client, live, viewer],
  );
  return (
    <ApolloProvider client={client}>
      <ViewerContext value={viewer}>
        <LiveContext value={live}>
          <HistoryContext value={histories}>
            <IncidentActionsContext value={actions}>
              {isWall() ? (
                <Suspense>
                  <WallPage />
                </Suspense>
              ) : (
                <RouterProvider router={router} />
              )}
            </IncidentActionsContext>
          </HistoryContext>
        </LiveContext>
      </ViewerContext>
    </ApolloProvider>
  );
}

function Unreachable({ message, token }: { readonly message: string; readonly token: string }) {
  useEffect(() => {
    const timer = setTimeout(() => void signIn(token), retryEveryMs);
    return () => clearTimeout(timer);
  }, [token]);
  return (
    <main className="mx-auto max-w-lg p-4 pt-16">
      <ErrorNotice title="The server does not answer" detail={message} onRetry={() => void signIn(token)} />
    </main>
  );
}
