import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { ActivatePolicyDocument } from '../__generated__/operations.ts';
import { submitInput } from '../forms/submitInput.ts';
import { CommandDialog } from '../incident/commands/CommandDialog.tsx';
import { Field } from '../incident/commands/Field.tsx';

interface ActivateDialogProps {
  readonly version: number;
  /** It was in force before. */
  readonly isRollBack: boolean;
  readonly onClose: () => void;
  readonly onActivated: () => void;
}

/** Asks why: whoever is woken by the new rules wants to know. */
export function ActivateDialog({ version, isRollBack, onClose, onActivated }: ActivateDialogProps) {
  const client = useApolloClient();
  const [reason, setReason] = useState('');
  async function activate(): Promise<string | undefined> {
    const { problems } = await submitInput(client, ActivatePolicyDocument, { input: { version, reason } });
    if (problems[0] !== undefined) return problems[0].message;
    toast.success(`Version ${version} is in force`);
    onActivated();
    return undefined;
  }
  return (
    <CommandDialog
      title={isRollBack ? `Roll back to version ${version}` : `Put version ${version} in force`}
      submitLabel={isRollBack ? 'Roll back' : 'Activate'}
      canSubmit={reason.trim() !== ''}
      onSubmit={activate}
      onClose={onClose}
    >
      <Field
        label="Why"
        hint="Signals that arrive from then on are decided by it, on every server. It can be rolled back."
      >
        <textarea
          className="field h-auto w-full resize-y py-1.5"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </CommandDialog>
  );
}
