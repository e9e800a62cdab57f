import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { DeleteMaintenanceWindowDocument, type MaintenanceListQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { LinkButton } from '../components/LinkButton.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { formatOpening } from './formatOpening.ts';
import { MatcherTags } from './MatcherTags.tsx';
import { formatMatchers } from './matcherText.ts';
import { ruleInWords } from './recurrence.ts';

interface MaintenanceItemProps {
  readonly window: MaintenanceListQuery['maintenanceWindows']['nodes'][number];
  readonly onChanged: () => void;
}

export function MaintenanceItem({ window, onChanged }: MaintenanceItemProps) {
  const client = useApolloClient();
  const [isDeleting, setIsDeleting] = useState(false);
  const missingRole = useMissingRole('RESPONDER');
  const { id, name, matchers, rule, timeZone, open, occurrences, author, comment, suppressedCount } = window;
  const isOver = occurrences.length === 0;

  async function remove(): Promise<void> {
    setIsDeleting(true);
    const { problems } = await submitInput(client, DeleteMaintenanceWindowDocument, { input: { id } });
    setIsDeleting(false);
    if (problems[0] !== undefined) toast.error('The window was not deleted', { description: problems[0].message });
    else toast.success('Window deleted');
    onChanged();
  }

  return (
    <article aria-label={name} className="flex flex-wrap gap-x-4 gap-y-2 px-3 py-2.5">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
        <p className="text-13 font-semibold">
          <HostileText text={name} />
          {open && <span className="ml-2 rounded-[4px] bg-accent px-1.5 py-0.5 text-12 text-on-accent">Open now</span>}
        </p>
        <MatcherTags matchers={matchers} />
        {comment !== null && (
          <p className="text-13">
            <HostileText text={comment} />
          </p>
        )}
        <p className="text-12 text-muted">
          {rule === null ? 'Once' : ruleInWords(rule)} · {timeZone} · by <HostileText text={author} />
        </p>
      </div>
      <div className="flex shrink-0 gap-6 text-13">
        <div className="min-w-44">
          <p className="text-12 text-muted">{isOver ? 'Over' : open ? 'Open, and next' : 'Opens next'}</p>
          <ul>
            {(isOver ? [window] : occurrences).map((opening) => (
              <li key={opening.from}>{formatOpening(opening, timeZone)}</li>
            ))}
          </ul>
        </div>
        <div className="text-right">
          <p className="text-12 text-muted">Held back</p>
          <p>{formatCount(suppressedCount)}</p>
        </div>
      </div>
      <div className="flex shrink-0 items-start gap-1 max-sm:w-full">
        <LinkButton to="/silences" search={{ view: 'maintenance', new: '1', matcher: formatMatchers(matchers) }}>
          Copy
        </LinkButton>
        <Button size="small" disabledReason={missingRole} isDisabled={isDeleting} onPress={() => void remove()}>
          {isDeleting ? 'Deleting…' : 'Delete'}
        </Button>
      </div>
    </article>
  );
}
