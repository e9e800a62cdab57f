import { useApolloClient, useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ActivePolicyDocument, PolicyVersionDocument, PolicyVersionsDocument } from '../__generated__/operations.ts';
import { type LinkCommand, useLinkCommands } from '../commands/useLinkCommands.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { ImportButton } from '../components/ImportButton.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { useRevision } from '../live/useRevision.ts';
import { DraftView } from '../policies/DraftView.tsx';
import { keepDraft } from '../policies/draftKeeping.ts';
import { HistoryView } from '../policies/HistoryView.tsx';
import { parsePoliciesSearch } from '../policies/policiesSearch.ts';
import { VersionList } from '../policies/VersionList.tsx';
import { VersionView } from '../policies/VersionView.tsx';
import '../styles/policies.css';

const atFirst = 20;
const most = 100;

/** `/policies`: the versions of the document that the engines obey, and drafts of it. */
export function PoliciesPage() {
  const search = parsePoliciesSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const client = useApolloClient();
  const [first, setFirst] = useState(atFirst);
  const [importNumber, setImportNumber] = useState(0);
  const { data, previousData, error, refetch } = useQuery(PolicyVersionsDocument, {
    variables: { first },
    fetchPolicy: 'cache-and-network',
  });
  const versions = data ?? previousData;
  const activeVersion = versions?.policy?.version;
  useLinkCommands(useMemo(() => commandsFor(activeVersion), [activeVersion]));
  const retry = () => void refetch().catch(() => undefined);
  const readAll = () => client.refetchQueries({ include: 'active' });
  const changed = () => void readAll();
  // The version, the history and the diff beside the list change with it.
  useRevision('POLICIES', readAll);

  function importText(text: string): void {
    if (activeVersion === undefined) return;
    keepDraft(activeVersion, text);
    setImportNumber(importNumber + 1);
    void navigate({ to: '/policies', search: { edit: String(activeVersion) } });
  }

  const isHistory = search.view === 'history';
  const selected = Number(search.version ?? activeVersion);
  return (
    <PageFrame
      title="Policies"
      actions={<ImportButton label="Import YAML" accept=".yaml,.yml,.json" onText={importText} />}
    >
      {search.edit === undefined && (
        <ViewLinks
          label="What is shown"
          links={[
            {
              label: 'Versions',
              to: '/policies',
              search: {},
              isCurrent: !isHistory,
              count: versions?.policies.totalCount,
            },
            { label: 'History', to: '/policies', search: { view: 'history' }, isCurrent: isHistory },
          ]}
        />
      )}
      {error !== undefined && versions === undefined && (
        <FailureNotice title="The policies could not be loaded." error={error} onRetry={retry} />
      )}
      {search.edit !== undefined && (
        <LoadedDraft
          key={`${search.edit} ${importNumber}`}
          version={Number(search.edit)}
          isAlone={search.alone !== undefined}
          onSaved={(version) => {
            changed();
            void navigate({ to: '/policies', search: { version: String(version) } });
          }}
        />
      )}
      {search.edit === undefined && isHistory && <HistoryView activeVersion={activeVersion} onActivated={changed} />}
      {search.edit === undefined && !isHistory && error === undefined && (
        <div className="policy-columns">
          {versions === undefined ? (
            <ListSkeleton rows={3} />
          ) : (
            <VersionList
              policies={versions.policies}
              selected={selected}
              onMore={
                versions.policies.totalCount > versions.policies.nodes.length && first < most
                  ? () => setFirst(most)
                  : undefined
              }
            />
          )}
          {activeVersion === undefined ? (
            <Skeleton className="policy-frame" />
          ) : (
            <VersionView
              key={selected}
              version={selected}
              activeVersion={activeVersion}
              isDocumentShown={search.view === 'document'}
              onActivated={changed}
            />
          )}
        </div>
      )}
    </PageFrame>
  );
}

function commandsFor(activeVersion: number | undefined): readonly LinkCommand[] {
  const to = '/policies';
  const history = {
    id: 'policy.history',
    title: 'History of the policy',
    keys: [],
    words: 'audit roll back',
    to,
  } as const;
  if (activeVersion === undefined) return [{ ...history, search: { view: 'history' } }];
  return [
    { id: 'policy.draft', title: 'New draft of the policy', keys: ['n'], to, search: { edit: String(activeVersion) } },
    { ...history, search: { view: 'history' } },
  ];
}

interface LoadedDraftProps {
  readonly version: number;
  readonly isAlone: boolean;
  readonly onSaved: (version: number) => void;
}

function LoadedDraft({ version, isAlone, onSaved }: LoadedDraftProps) {
  const base = useQuery(PolicyVersionDocument, { variables: { version } });
  const active = useQuery(ActivePolicyDocument, { fetchPolicy: 'cache-and-network' });
  const error = base.error ?? active.error;
  if (error !== undefined) {
    const retry = () => void Promise.all([base.refetch(), active.refetch()]).catch(() => undefined);
    return <FailureNotice title="The draft could not be opened." error={error} onRetry={retry} />;
  }
  if (base.data === undefined || active.data?.policy == null) return <Skeleton className="policy-frame" />;
  if (base.data.policy === null) return <EmptyState title={`There is no version ${version}`} className="surface" />;
  return <DraftView base={base.data.policy} active={active.data.policy} isAlone={isAlone} onSaved={onSaved} />;
}
