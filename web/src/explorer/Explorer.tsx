import { useApolloClient } from '@apollo/client/react';
import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { useEffectiveTheme } from '../components/useEffectiveTheme.ts';
import { explorerFetcher } from './explorerFetcher.ts';
import { firstQuery } from './firstQuery.ts';

/** GraphiQL, served by this server, signed in as the viewer. Heavy (an editor with its workers): load it lazily. */
export function Explorer() {
  const client = useApolloClient();
  const fetcher = useMemo(() => explorerFetcher(client), [client]);
  return (
    <GraphiQL
      fetcher={fetcher}
      forcedTheme={useEffectiveTheme()}
      defaultQuery={firstQuery}
      // The token is the session's; a header typed here would not be sent.
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
    />
  );
}
