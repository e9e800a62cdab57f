import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { ServicePageDocument } from '../__generated__/operations.ts';
import { useRevision } from '../live/useRevision.ts';
import { type CatalogueEntry, type CatalogueService, withDependents } from './catalogue.ts';

interface CatalogueState {
  /** Undefined until all of it was read. */
  readonly entries: readonly CatalogueEntry[] | undefined;
  readonly error: Error | undefined;
  readonly refresh: () => void;
}

/** All of the catalogue, page by page: who depends on a service can stand on any of them. */
export function useCatalogue(): CatalogueState {
  const client = useApolloClient();
  const [state, setState] = useState<Omit<CatalogueState, 'refresh'>>({ entries: undefined, error: undefined });
  const [reading, setReading] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number reads it again
  useEffect(() => {
    let isWanted = true;
    async function read(): Promise<void> {
      const services: CatalogueService[] = [];
      let after: string | null = null;
      do {
        const { data }: { data?: { services: ServicePage } | undefined } = await client.query({
          query: ServicePageDocument,
          variables: { after },
          fetchPolicy: 'no-cache',
          // Otherwise it would get the answer of a reading that began before what it is to find.
          context: { queryDeduplication: false },
        });
        if (data === undefined) throw new Error('The server gave no answer.');
        services.push(...data.services.nodes);
        after = data.services.pageInfo.hasNextPage ? data.services.pageInfo.endCursor : null;
      } while (after !== null && isWanted);
      if (isWanted) setState({ entries: withDependents(services), error: undefined });
    }
    read().catch((error: unknown) => {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (isWanted) setState((known) => ({ ...known, error: failure }));
    });
    return () => {
      isWanted = false;
    };
  }, [client, reading]);
  useRevision('SERVICES', async () => setReading((number) => number + 1));
  const refresh = useCallback(() => setReading((number) => number + 1), []);
  return { ...state, refresh };
}

interface ServicePage {
  readonly nodes: readonly CatalogueService[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
