import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { CreateMaintenanceWindowDocument, type MaintenanceScheduleInput } from '../__generated__/operations.ts';
import { FormField } from '../forms/FormField.tsx';
import { InlineForm } from '../forms/InlineForm.tsx';
import { otherProblems, type Problem, problemAt, submitInput } from '../forms/submitInput.ts';
import { TimeZoneField } from '../forms/TimeZoneField.tsx';
import { browserTimeZone, momentOfWallTime, wallTimeOf } from '../forms/wallTime.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { blankMatcher, MatcherFields } from './MatcherFields.tsx';
import { MatcherPreviewPanel } from './MatcherPreviewPanel.tsx';
import type { Matcher } from './matcherText.ts';
import { OpeningsPreview } from './OpeningsPreview.tsx';
import { RecurrenceFields } from './RecurrenceFields.tsx';
import { type Recurrence, ruleOf } from './recurrence.ts';
import { useMatcherPreview } from './useMatcherPreview.ts';

interface MaintenanceFormProps {
  readonly matchers: readonly Matcher[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const hourMs = 3_600_000;

/** Makes a maintenance window, once or recurring, and shows when it would open and what it would hold back now. */
export function MaintenanceForm({ matchers: given, onDone, onCancel }: MaintenanceFormProps) {
  const client = useApolloClient();
  const [name, setName] = useState('');
  const [matchers, setMatchers] = useState<readonly Matcher[]>(given.length > 0 ? given : [blankMatcher]);
  const [timeZone, setTimeZone] = useState(browserTimeZone);
  const [from, setFrom] = useState(() => wallTimeOf(nextHourMs(), browserTimeZone()));
  const [until, setUntil] = useState(() => wallTimeOf(nextHourMs() + 2 * hourMs, browserTimeZone()));
  const [recurrence, setRecurrence] = useState<Recurrence>({ repetition: 'ONCE', days: [], rule: '' });
  const [comment, setComment] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setIsSending] = useState(false);
  const preview = useMatcherPreview(matchers);

  const schedule = scheduleOf(from, until, timeZone, recurrence);
  const isComplete = name.trim() !== '' && schedule !== null && matchers.every((matcher) => matcher.name.trim() !== '');

  async function send(): Promise<void> {
    if (schedule === null) return;
    setIsSending(true);
    const { problems: refused } = await submitInput(client, CreateMaintenanceWindowDocument, {
      input: { name, matchers: [...matchers], schedule, comment: comment.trim() === '' ? null : comment },
    });
    setIsSending(false);
    setProblems(refused);
    if (refused.length > 0) return;
    toast.success('Maintenance window made');
    onDone();
  }

  return (
    <InlineForm
      title="New maintenance window"
      submitLabel="Make the window"
      isSending={isSending}
      disabledReason={useMissingRole('RESPONDER')}
      canSubmit={isComplete}
      problem={otherProblems(problems, ['name', 'matchers', 'schedule', 'comment'])}
      onSubmit={send}
      onCancel={onCancel}
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <FormField label="What is being done" problem={problemAt(problems, 'name')}>
            {(attributes) => (
              <input
                {...attributes}
                className="field w-full"
                maxLength={100}
                placeholder="Weekly backup"
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </FormField>
          <MatcherFields matchers={matchers} onChange={setMatchers} problems={problems} />
          <div className="flex flex-wrap gap-4">
            <FormField label="Opens" problem={problemAt(problems, 'schedule', 'from')}>
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
            <FormField label="Closes" problem={problemAt(problems, 'schedule', 'until')}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="datetime-local"
                  className="field"
                  value={until}
                  onChange={({ target }) => setUntil(target.value)}
                />
              )}
            </FormField>
            <TimeZoneField
              value={timeZone}
              onChange={setTimeZone}
              problem={problemAt(problems, 'schedule', 'timeZone')}
            />
          </div>
          <RecurrenceFields
            value={recurrence}
            onChange={setRecurrence}
            problem={problemAt(problems, 'schedule', 'rule')}
          />
          <FormField label="More about it" problem={problemAt(problems, 'comment')}>
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
        <div className="flex min-w-0 flex-col gap-4">
          <OpeningsPreview schedule={schedule} />
          <MatcherPreviewPanel {...preview} />
        </div>
      </div>
    </InlineForm>
  );
}

function scheduleOf(
  from: string,
  until: string,
  timeZone: string,
  recurrence: Recurrence,
): MaintenanceScheduleInput | null {
  const fromMs = momentOfWallTime(from, timeZone);
  const untilMs = momentOfWallTime(until, timeZone);
  const rule = ruleOf(recurrence);
  if (fromMs === null || untilMs === null || rule === '') return null;
  return { from: new Date(fromMs).toISOString(), until: new Date(untilMs).toISOString(), rule, timeZone };
}

function nextHourMs(): number {
  return Math.ceil(Date.now() / hourMs) * hourMs;
}
