import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type LinkCommand, useLinkCommands } from '../commands/useLinkCommands.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { LinkButton } from '../components/LinkButton.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { type CatalogueEntry, findServices } from '../services/catalogue.ts';
import { ImportForm } from '../services/ImportForm.tsx';
import { LearnedView } from '../services/LearnedView.tsx';
import { ServiceDetail } from '../services/ServiceDetail.tsx';
import { ServiceForm } from '../services/ServiceForm.tsx';
import { ServiceTable } from '../services/ServiceTable.tsx';
import { parseServicesSearch, type ServicesSearch } from '../services/servicesSearch.ts';
import { useCatalogue } from '../services/useCatalogue.ts';

const commands: readonly LinkCommand[] = [
  { id: 'service.new', title: 'Add a service', keys: ['n'], to: '/services', search: { form: 'new' } },
  { id: 'service.import', title: 'Import services', keys: [], to: '/services', search: { form: 'import' } },
  {
    id: 'service.learned',
    title: 'What was learned to belong together',
    keys: [],
    to: '/services',
    search: { view: 'learned' },
  },
];

/** `/services`: how much each service matters, what it stands on, and what was learned beside that. */
export function ServicesPage() {
  const search = parseServicesSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { entries, error, refresh } = useCatalogue();
  useLinkCommands(commands);
  const show = (next: ServicesSearch, replace = false) => void navigate({ to: '/services', search: next, replace });
  const { form, service, view, q } = search;
  const shown = entries?.find(({ name }) => name === service);
  const { form: _form, ...withoutForm } = search;
  return (
    <PageFrame
      title="Services"
      note={entries !== undefined && entries.length > 0 ? `${formatCount(entries.length)} in the catalogue` : undefined}
      actions={
        form === undefined && (
          <>
            <LinkButton to="/services" search={{ form: 'import' }} size="normal">
              Import
            </LinkButton>
            <LinkButton to="/services" search={{ form: 'new' }} size="normal" variant="primary">
              Add a service
            </LinkButton>
          </>
        )
      }
    >
      {form === 'import' && (
        <ImportForm
          onCancel={() => show(withoutForm)}
          onImported={() => {
            refresh();
            show({});
          }}
        />
      )}
      {(form === 'new' || (form === 'edit' && shown !== undefined)) && (
        <ServiceForm
          key={form === 'edit' ? service : ''}
          entry={form === 'edit' ? shown : undefined}
          onCancel={() => show(withoutForm)}
          onSaved={(name) => {
            refresh();
            show({ service: name });
          }}
        />
      )}
      <ViewLinks
        label="What is shown"
        links={[
          { label: 'Catalogue', to: '/services', search: {}, isCurrent: view === undefined },
          { label: 'Learned', to: '/services', search: { view: 'learned' }, isCurrent: view === 'learned' },
        ]}
      />
      {view === 'learned' && <LearnedView />}
      {view === undefined && error !== undefined && entries === undefined && (
        <FailureNotice title="The catalogue could not be loaded." error={error} onRetry={refresh} />
      )}
      {view === undefined && error === undefined && entries === undefined && <ListSkeleton rows={5} />}
      {view === undefined && entries !== undefined && (
        <Catalogue
          entries={entries}
          search={search}
          onSearch={(next) => show(parseServicesSearch({ ...withoutForm, q: next }), true)}
          detail={
            shown !== undefined && (
              <ServiceDetail
                key={shown.name}
                entry={shown}
                onRemoved={() => {
                  refresh();
                  show(q === undefined ? {} : { q });
                }}
              />
            )
          }
        />
      )}
    </PageFrame>
  );
}

interface CatalogueProps {
  readonly entries: readonly CatalogueEntry[];
  readonly search: ServicesSearch;
  readonly onSearch: (q: string) => void;
  readonly detail: ReactNode;
}

function Catalogue({ entries, search, onSearch, detail }: CatalogueProps) {
  if (entries.length === 0) {
    return (
      <EmptyState title="The catalogue is empty" className="surface">
        Everything works without it. Say how much each service matters and what it stands on, and severities follow: add
        one, or import a file.
      </EmptyState>
    );
  }
  const found = findServices(entries, search.q ?? '');
  return (
    <>
      <input
        type="search"
        aria-label="Search services"
        placeholder="Name, owner or description"
        className="field w-full sm:w-72"
        maxLength={200}
        value={search.q ?? ''}
        onChange={({ target }) => onSearch(target.value)}
      />
      <div className={detail ? 'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]' : ''}>
        {found.length === 0 ? (
          <EmptyState title="No service matches" className="surface" />
        ) : (
          <ServiceTable entries={found} search={search} />
        )}
        {detail}
      </div>
    </>
  );
}
