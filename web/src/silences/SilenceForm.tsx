import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { CreateSilenceDocument, ExpireSilenceDocument } from '../__generated__/operations.ts';
import { FormField } from '../forms/FormField.tsx';
import { InlineForm } from '../forms/InlineForm.tsx';
import { otherProblems, type Problem, problemAt, submitInput } from '../forms/submitInput.ts';
import { browserTimeZone, momentOfWallTime, wallTimeOf } from '../forms/wallTime.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { blankMatcher, MatcherFields } from './MatcherFields.tsx';
import { MatcherPreviewPanel } from './MatcherPreviewPanel.tsx';
import type { Matcher } from './matcherText.ts';
import { type SilenceLength, UntilChoice } from './UntilChoice.tsx';
import { useMatcherPreview } from './useMatcherPreview.ts';

interface SilenceFormProps {
  /** What it begins with; nothing when it is empty. */
  readonly matchers: readonly Matcher[];
  readonly comment: string;
  /** The silence that ends once this one is made. */
  readonly replaces: string | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const hourMs = 3_600_000;

/** Makes a silence, and shows what it would hold back before it is made. */
export function SilenceForm({ matchers: given, comment: givenComment, replaces, onDone, onCancel }: SilenceFormProps) {
  const client = useApolloClient();
  const timeZone = browserTimeZone();
  const [matchers, setMatchers] = useState<readonly Matcher[]>(given.length > 0 ? given : [blankMatcher]);
  const [from, setFrom] = useState('');
  const [length, setLength] = useState<SilenceLength>(60);
  const [until, setUntil] = useState(() => wallTimeOf(Date.now() + hourMs, timeZone));
  const [comment, setComment] = useState(givenComment);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setIsSending] = useState(false);
  const preview = useMatcherPreview(matchers);

  const fromMs = momentOfWallTime(from, timeZone);
  const untilMs = length === 'AT' ? momentOfWallTime(until, timeZone) : null;
  const isComplete = matchers.every(({ name }) => name.trim() !== '') && (length !== 'AT' || untilMs !== null);

  async function send(): Promise<void> {
    setIsSending(true);
    const beginsMs = fromMs ?? Date.now();
    const endsMs = length === 'AT' ? (untilMs ?? beginsMs) : beginsMs + length * 60_000;
    const { problems: refused } = await submitInput(client, CreateSilenceDocument, {
      input: {
        matchers: [...matchers],
        from: fromMs === null ? null : new Date(fromMs).toISOString(),
        until: new Date(endsMs).toISOString(),
        comment,
      },
    });
    setProblems(refused);
    if (refused.length === 0 && replaces !== undefined) {
      const { problems: kept } = await submitInput(client, ExpireSilenceDocument, { input: { id: replaces } });
      if (kept[0] !== undefined) toast.error('The earlier silence was not ended', { description: kept[0].message });
    }
    setIsSending(false);
    if (refused.length > 0) return;
    toast.success(replaces === undefined ? 'Silenced' : 'Silence replaced');
    onDone();
  }

  return (
    <InlineForm
      title={replaces === undefined ? 'New silence' : 'Edit as a copy: the earlier silence ends when this is made'}
      submitLabel="Silence"
      isSending={isSending}
      disabledReason={useMissingRole('RESPONDER')}
      canSubmit={isComplete && comment.trim() !== ''}
      problem={otherProblems(problems, ['matchers', 'from', 'until', 'comment'])}
      onSubmit={send}
      onCancel={onCancel}
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <MatcherFields matchers={matchers} onChange={setMatchers} problems={problems} />
          <fieldset className="flex min-w-0 flex-col gap-2">
            <legend className="mb-1 text-13 font-semibold">How long</legend>
            <UntilChoice value={length} onChange={setLength} />
          </fieldset>
          <div className="flex flex-wrap gap-4">
            <FormField label="Begins" hint="At once when it is empty." problem={problemAt(problems, 'from')}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="datetime-local"
                  className="field"
                  value={from}
                  onChange={({ target }) => setFrom(target.value)}
                />
              )}
            </FormField>
            {length === 'AT' && (
              <FormField label="Ends" hint={timeZone} problem={problemAt(problems, 'until')}>
                {(attributes) => (
                  <input
                    {...attributes}
                    type="datetime-local"
                    required
                    className="field"
                    value={until}
                    onChange={({ target }) => setUntil(target.value)}
                  />
                )}
              </FormField>
            )}
          </div>
          <FormField label="Why" problem={problemAt(problems, 'comment')}>
            {(attributes) => (
              <textarea
                {...attributes}
                rows={2}
                maxLength={1000}
                className="field h-auto w-full resize-y py-1.5"
                value={comment}
                onChange={({ target }) => setComment(target.value)}
              />
            )}
          </FormField>
        </div>
        <MatcherPreviewPanel {...preview} />
      </div>
    </InlineForm>
  );
}
