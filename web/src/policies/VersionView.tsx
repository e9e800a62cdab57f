import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import {
  ActivePolicyDocument,
  PolicyDiffDocument,
  PolicyVersionDocument,
  type PolicyVersionQuery,
} from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { ActivateDialog } from './ActivateDialog.tsx';
import { ChangeList } from './ChangeList.tsx';
import { PolicyFrame, PolicyReader } from './PolicyFrame.tsx';
import { RehearsalPanel } from './rehearsal/RehearsalPanel.tsx';
import { VersionHeader } from './VersionHeader.tsx';

interface VersionViewProps {
  readonly version: number;
  readonly activeVersion: number;
  readonly isDocumentShown: boolean;
  /** Another version is in force now. */
  readonly onActivated: () => void;
}

/** One version: what it says, how it differs from the one in force, and what can be done with it. */
export function VersionView({ version, activeVersion, isDocumentShown, onActivated }: VersionViewProps) {
  const { data, error, refetch } = useQuery(PolicyVersionDocument, {
    variables: { version },
    fetchPolicy: 'cache-and-network',
  });
  const [isActivating, setIsActivating] = useState(false);
  const retry = () => void refetch().catch(() => undefined);
  if (error !== undefined && data === undefined) {
    return <FailureNotice title="The version could not be loaded." error={error} onRetry={retry} />;
  }
  if (data === undefined) return <VersionSkeleton />;
  const { policy } = data;
  if (policy === null) return <EmptyState title={`There is no version ${version}`} className="surface" />;
  const isActive = version === activeVersion;
  const search = isActive ? {} : { version: String(version) };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <VersionHeader policy={policy} isActive={isActive} onActivate={() => setIsActivating(true)} />
      {!isActive && (
        <ViewLinks
          label="What is shown of it"
          size="small"
          links={[
            { label: `Against version ${activeVersion}`, to: '/policies', search, isCurrent: !isDocumentShown },
            { label: 'Document', to: '/policies', search: { ...search, view: 'document' }, isCurrent: isDocumentShown },
          ]}
        />
      )}
      {isActive || isDocumentShown ? (
        <PolicyFrame>
          <PolicyReader document={policy.document} label={`Version ${version}, YAML`} before={null} />
        </PolicyFrame>
      ) : (
        <Comparison policy={policy} activeVersion={activeVersion} />
      )}
      {!isActive && <RehearsalPanel key={version} document={policy.document} />}
      {isActivating && (
        <ActivateDialog
          version={version}
          isRollBack={policy.activatedAt !== null}
          onClose={() => setIsActivating(false)}
          onActivated={onActivated}
        />
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly policy: NonNullable<PolicyVersionQuery['policy']>;
  readonly activeVersion: number;
}

function Comparison({ policy, activeVersion }: ComparisonProps) {
  const { data, error, refetch } = useQuery(ActivePolicyDocument, { fetchPolicy: 'cache-and-network' });
  const { data: diff } = useQuery(PolicyDiffDocument, { variables: { from: activeVersion, to: policy.version } });
  const changes = diff?.policyDiff?.changes;
  if (error !== undefined && data === undefined) {
    const retry = () => void refetch().catch(() => undefined);
    return <FailureNotice title="The policy in force could not be loaded." error={error} onRetry={retry} />;
  }
  return (
    <>
      <PolicyFrame>
        {data?.policy == null ? (
          <Skeleton className="size-full" />
        ) : (
          <PolicyReader
            document={policy.document}
            label={`Version ${policy.version}, YAML`}
            before={{ document: data.policy.document, label: `Version ${activeVersion}, in force, YAML` }}
          />
        )}
      </PolicyFrame>
      {changes !== undefined && changes.length > 0 && (
        <details className="surface px-3 py-2 text-13" open={changes.length <= 8}>
          <summary className="min-h-6 font-semibold">
            {changes.length === 1 ? '1 difference' : `${changes.length} differences`}
          </summary>
          <ChangeList changes={changes} />
        </details>
      )}
    </>
  );
}

function VersionSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3">
      <Skeleton className="h-14" />
      <Skeleton className="policy-frame" />
    </div>
  );
}
