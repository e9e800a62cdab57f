import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { ExpireSilenceDocument, type SilenceListQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { LinkButton } from '../components/LinkButton.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { MatcherTags } from './MatcherTags.tsx';
import { formatMatchers } from './matcherText.ts';

export type ListedSilence = SilenceListQuery['silences']['nodes'][number];

interface SilenceItemProps {
  readonly silence: ListedSilence;
  /** It was ended: the list is another. */
  readonly onChanged: () => void;
}

export function SilenceItem({ silence, onChanged }: SilenceItemProps) {
  const { id, matchers, state, author, comment, from, until, createdAt, expiredBy, suppressedCount } = silence;
  const client = useApolloClient();
  const [isEnding, setIsEnding] = useState(false);
  const missingRole = useMissingRole('RESPONDER');
  const isOver = state === 'EXPIRED';

  async function end(): Promise<void> {
    setIsEnding(true);
    const { problems } = await submitInput(client, ExpireSilenceDocument, { input: { id } });
    setIsEnding(false);
    if (problems[0] !== undefined) toast.error('The silence was not ended', { description: problems[0].message });
    else toast.success('Silence ended');
    onChanged();
  }

  return (
    <article
      aria-label={matchers.map(({ text }) => text).join(', ')}
      className="flex flex-wrap gap-x-4 gap-y-2 px-3 py-2.5"
    >
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
        <MatcherTags matchers={matchers} />
        <p className="text-13">
          <HostileText text={comment} />
        </p>
        <p className="text-12 text-muted">
          <HostileText text={author} /> made it <RelativeTime at={createdAt} />
          {expiredBy !== null && (
            <>
              , ended early by <HostileText text={expiredBy} />
            </>
          )}
        </p>
      </div>
      <dl className="flex shrink-0 gap-6 text-13">
        <div className="w-24">
          <dt className="text-12 text-muted">{state === 'PENDING' ? 'Begins' : isOver ? 'Ended' : 'Ends'}</dt>
          <dd>
            <RelativeTime at={state === 'PENDING' ? from : until} align="end" />
          </dd>
        </div>
        <div>
          <dt className="text-12 text-muted">Held back</dt>
          <dd className="text-right">{formatCount(suppressedCount)}</dd>
        </div>
      </dl>
      <div className="flex shrink-0 items-start gap-1 max-sm:w-full">
        <LinkButton
          to="/silences"
          search={{ new: '1', matcher: formatMatchers(matchers), comment, ...(isOver ? {} : { replaces: id }) }}
        >
          {isOver ? 'Copy' : 'Edit'}
        </LinkButton>
        {!isOver && (
          <Button size="small" disabledReason={missingRole} isDisabled={isEnding} onPress={() => void end()}>
            {isEnding ? 'Ending…' : state === 'PENDING' ? 'Call off' : 'End now'}
          </Button>
        )}
      </div>
    </article>
  );
}
