import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '../components/Button.tsx';

interface InlineFormProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly isSending: boolean;
  /** Why it cannot be sent at all, for example for want of a role. */
  readonly disabledReason?: string | undefined;
  readonly canSubmit: boolean;
  /** What is wrong with the form as a whole. */
  readonly problem?: string | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form that stands on the page, so that what is around it can be read while it is filled in. */
export function InlineForm(props: InlineFormProps) {
  const { title, submitLabel, isSending, disabledReason, canSubmit, problem, onSubmit, onCancel, children } = props;
  const titleId = useId();
  function send(event: FormEvent): void {
    event.preventDefault();
    if (canSubmit && !isSending && disabledReason === undefined) void onSubmit();
  }
  return (
    <form aria-labelledby={titleId} onSubmit={send} className="surface flex flex-col gap-4 p-4">
      <h2 id={titleId} className="text-16 font-semibold">
        {title}
      </h2>
      {children}
      {problem !== undefined && (
        <p role="alert" className="field-problem text-13">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" disabledReason={disabledReason} isDisabled={!canSubmit || isSending}>
          {isSending ? 'Saving…' : submitLabel}
        </Button>
      </div>
    </form>
  );
}
