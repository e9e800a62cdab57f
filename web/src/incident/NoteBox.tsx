import { useMutation } from '@apollo/client/react';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { AddIncidentNoteDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { describeError } from '../components/describeError.ts';

interface NoteBoxProps {
  readonly incidentId: string;
  readonly onAdded: () => void;
  readonly disabledReason: string | undefined;
}

const longestNote = 5000;

/** Writes a note on the timeline. What was typed stays until the server has it. */
export function NoteBox({ incidentId, onAdded, disabledReason }: NoteBoxProps) {
  const fieldId = useId();
  const errorId = useId();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [addNote, { loading }] = useMutation(AddIncidentNoteDocument);
  const isEmpty = note.trim() === '';

  async function send(): Promise<void> {
    if (isEmpty || loading || disabledReason !== undefined) return;
    setProblem(undefined);
    try {
      const { data } = await addNote({ variables: { input: { id: incidentId, note: note.trim() } } });
      const refusal = data?.addNote.userErrors[0];
      if (refusal !== undefined) {
        setProblem(refusal.message);
        return;
      }
      setNote('');
      onAdded();
    } catch (error) {
      setProblem(describeError(error).detail);
    }
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void send();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-2 border-b border-border p-3">
      <label htmlFor={fieldId} className="sr-only">
        Note
      </label>
      <textarea
        id={fieldId}
        data-note-box=""
        rows={2}
        value={note}
        maxLength={longestNote}
        disabled={disabledReason !== undefined}
        placeholder={disabledReason ?? 'What did you see or do?'}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : errorId}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={onKeyDown}
        className="field h-auto w-full resize-y py-1.5"
      />
      <div className="flex items-center justify-between gap-3">
        <p id={errorId} role={problem === undefined ? undefined : 'alert'} className="text-12 text-muted">
          {problem ?? 'Ctrl or ⌘ and Enter sends it'}
        </p>
        <Button type="submit" size="small" isDisabled={isEmpty || loading} disabledReason={disabledReason}>
          {loading ? 'Adding…' : 'Add note'}
        </Button>
      </div>
    </form>
  );
}
