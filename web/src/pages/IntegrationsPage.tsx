import { useQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { IntegrationsDocument, SignalSourcesDocument } from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { Section } from '../components/Section.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { parseIntegrationsSearch } from '../integrations/integrationsSearch.ts';
import { SourceTable } from '../integrations/LastSignal.tsx';
import { WayList } from '../integrations/WayList.tsx';
import { WayView } from '../integrations/WayView.tsx';
import { waysOf } from '../integrations/ways.ts';
import { useRevision } from '../live/useRevision.ts';

/** `/integrations`: every way for signals to come in, ready to paste. */
export function IntegrationsPage() {
  const { way: wanted = 'curl' } = parseIntegrationsSearch(useSearch({ strict: false }));
  const { data, error, refetch } = useQuery(IntegrationsDocument);
  const heard = useQuery(SignalSourcesDocument, {
    fetchPolicy: 'cache-and-network',
  });
  useRevision('SIGNALS', () => heard.refetch());
  const sources = heard.data?.signalSources;
  const ways = data === undefined ? undefined : waysOf(data.bridges);
  const way = ways?.find(({ id }) => id === wanted);
  const retry = () => void refetch().catch(() => undefined);
  return (
    <PageFrame title="Integrations">
      {error !== undefined && <FailureNotice title="The ways in could not be loaded." error={error} onRetry={retry} />}
      {error === undefined && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[16.5rem_minmax(0,1fr)]">
          {ways === undefined ? (
            <ListSkeleton rows={5} />
          ) : (
            <WayList ways={ways} selected={wanted} sources={sources ?? []} />
          )}
          <div className="flex min-w-0 flex-col gap-6">
            {ways === undefined && <Skeleton className="h-96" />}
            {ways !== undefined && way === undefined && (
              <EmptyState title="There is no such way in" className="surface">
                Choose one of the list.
              </EmptyState>
            )}
            {way !== undefined && (
              <WayView
                key={way.id}
                way={way}
                last={sources === undefined ? undefined : (sources.find(({ source }) => source === way.source) ?? null)}
                onSent={() => void heard.refetch().catch(() => undefined)}
              />
            )}
            <Section title="Heard of late" className="overflow-x-auto">
              {sources === undefined && <Skeleton className="m-3 h-16" />}
              {sources?.length === 0 && (
                <EmptyState title="No signal has been received yet">
                  Send a test signal, or paste the lines above.
                </EmptyState>
              )}
              {sources !== undefined && sources.length > 0 && <SourceTable sources={sources} />}
            </Section>
          </div>
        </div>
      )}
    </PageFrame>
  );
}
