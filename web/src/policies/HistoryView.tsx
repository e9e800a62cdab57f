import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PolicyHistoryDocument, type PolicyHistoryQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { useMissingRole } from '../session/useMissingRole.ts';
import { ActivateDialog } from './ActivateDialog.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ActiveMark } from './VersionList.tsx';

interface HistoryViewProps {
  readonly activeVersion: number | undefined;
  readonly onActivated: () => void;
}

const atFirst = 20;
const most = 100;

/** Which version was put in force when, by whom and why; entries are never changed. */
export function HistoryView({ activeVersion, onActivated }: HistoryViewProps) {
  const [first, setFirst] = useState(atFirst);
  const [rollBackTo, setRollBackTo] = useState<number>();
  const { data, previousData, error, refetch } = useQuery(PolicyHistoryDocument, {
    variables: { first },
    fetchPolicy: 'cache-and-network',
  });
  const history = (data ?? previousData)?.policyActivations;
  const retry = () => void refetch().catch(() => undefined);
  if (error !== undefined && history === undefined) {
    return <FailureNotice title="The history could not be loaded." error={error} onRetry={retry} />;
  }
  if (history === undefined) return <ListSkeleton rows={4} />;
  return (
    <>
      <ol aria-label="History" className="surface divide-y divide-border">
        {history.nodes.map((activation, place) => (
          <HistoryItem
            key={activation.activatedAt}
            activation={activation}
            isInForce={place === 0}
            onRollBack={activation.version === activeVersion ? undefined : () => setRollBackTo(activation.version)}
          />
        ))}
      </ol>
      {history.totalCount > history.nodes.length && first < most && (
        <Button size="small" className="self-center" onPress={() => setFirst(most)}>
          Show more
        </Button>
      )}
      {rollBackTo !== undefined && (
        <ActivateDialog
          version={rollBackTo}
          isRollBack
          onClose={() => setRollBackTo(undefined)}
          onActivated={() => {
            onActivated();
            retry();
          }}
        />
      )}
    </>
  );
}

interface HistoryItemProps {
  readonly activation: PolicyHistoryQuery['policyActivations']['nodes'][number];
  readonly isInForce: boolean;
  readonly onRollBack: (() => void) | undefined;
}

function HistoryItem({ activation, isInForce, onRollBack }: HistoryItemProps) {
  const missingRole = useMissingRole('ADMIN');
  const { version, previousVersion, activatedBy, activatedAt, reason, changes } = activation;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3 py-2.5 text-13">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <Link to="/policies" search={isInForce ? {} : { version: String(version) }} className="font-semibold">
            Version {version}
          </Link>
          {isInForce && <ActiveMark />}
          {previousVersion !== null && <span className="text-muted">after version {previousVersion}</span>}
        </p>
        <p>
          <HostileText text={reason} />
        </p>
        <p className="text-12 text-muted">
          <HostileText text={activatedBy} /> · <RelativeTime at={activatedAt} />
        </p>
        {changes.length > 0 && (
          <details className="mt-1">
            <summary className="min-h-6 text-12 font-semibold">
              {changes.length === 1 ? '1 change' : `${changes.length} changes`}
            </summary>
            <ChangeList changes={changes} />
          </details>
        )}
      </div>
      {onRollBack !== undefined && (
        <Button size="small" disabledReason={missingRole} onPress={onRollBack}>
          Roll back to it…
        </Button>
      )}
    </li>
  );
}
