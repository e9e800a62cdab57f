import { useApolloClient, useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LearningDocument, type LearningQuery, TrainModelDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { Section } from '../components/Section.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { useRevision } from '../live/useRevision.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { HeldOutTable } from './HeldOutTable.tsx';
import { usePolicyOverview } from './usePolicyOverview.ts';

const daysBack = 30;

/** What was learned from severities that people corrected, and how a new model is made. It decides nothing. */
export function LearningView() {
  const client = useApolloClient();
  const [refusal, setRefusal] = useState<string>();
  const { overview } = usePolicyOverview();
  const { data, error, refetch } = useQuery(LearningDocument, {
    fetchPolicy: 'cache-and-network',
  });
  useRevision('SEVERITY_MODELS', () => refetch());
  const missingRole = useMissingRole('ADMIN');
  const refresh = () => void refetch().catch(() => undefined);
  const runs = data?.severityTraining?.state === 'RUNNING';

  async function train(): Promise<void> {
    const to = Date.now();
    const range = { from: new Date(to - daysBack * 86_400_000).toISOString(), to: new Date(to).toISOString() };
    const { problems } = await submitInput(client, TrainModelDocument, { input: { range } });
    setRefusal(problems[0]?.message);
    refresh();
  }

  if (error !== undefined && data === undefined) {
    return <FailureNotice title="What was learned could not be loaded." error={error} onRetry={refresh} />;
  }
  if (data === undefined) return <ListSkeleton rows={2} />;
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-prose text-13 text-muted">
        A model can be learned from severities that people set by hand. In the shadow it says beside each decision what
        it would have said; it decides nothing.{' '}
        {overview !== undefined && (
          <>
            The policy in force has <code>learned: {overview.learned}</code>.{' '}
            <Link to="/policies" className="underline underline-offset-2">
              Policy
            </Link>
          </>
        )}
      </p>
      <Section title="Model" className="p-3 text-13">
        <Model model={data.severityModel} />
      </Section>
      <Section title="Training" className="flex flex-wrap items-center gap-3 p-3 text-13">
        <div className="min-w-0 flex-1 basis-64">
          <Training training={data.severityTraining} />
          {refusal !== undefined && (
            <p role="alert" className="field-problem mt-1">
              No training was begun: {refusal}
            </p>
          )}
        </div>
        <Button disabledReason={missingRole} isDisabled={runs} onPress={() => void train()}>
          {runs ? 'Training…' : `Train on the last ${daysBack} days`}
        </Button>
      </Section>
    </div>
  );
}

function Model({ model }: { readonly model: LearningQuery['severityModel'] }) {
  if (model === null) {
    return (
      <EmptyState title="No model was trained yet">
        Correct severities on incidents where the rules were wrong, then train one here.
      </EmptyState>
    );
  }
  const { version, samples, trainedBy, trainedAt, heldOut } = model;
  return (
    <div className="flex flex-col gap-3">
      <p>
        <span className="font-semibold">Version {version}</span>, learned from {formatCount(samples)} corrected
        incidents{' '}
        <span className="text-muted">
          · <HostileText text={trainedBy} />, <RelativeTime at={trainedAt} />
        </span>
      </p>
      {heldOut === null ? (
        <p className="text-muted">There were too few corrections to hold some back and compare.</p>
      ) : (
        <HeldOutTable heldOut={heldOut} />
      )}
    </div>
  );
}

function Training({ training }: { readonly training: LearningQuery['severityTraining'] }) {
  if (training === null) return <p className="text-muted">None was asked for yet.</p>;
  const { state, askedBy, askedAt, message } = training;
  return (
    <>
      <p className="font-semibold" aria-live="polite">
        {state === 'RUNNING' ? 'Running' : state === 'DONE' ? 'Done' : 'Failed'}
      </p>
      {message !== null && (
        <p>
          <HostileText text={message} />
        </p>
      )}
      <p className="text-12 text-muted">
        Asked for by <HostileText text={askedBy} /> <RelativeTime at={askedAt} />
      </p>
    </>
  );
}
