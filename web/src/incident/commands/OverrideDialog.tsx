import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { OverrideSeverityDocument, type Severity } from '../../__generated__/operations.ts';
import { severities, severityWord } from '../../components/severity.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { type CommandProps, nameOf } from './CommandProps.ts';
import { Field } from './Field.tsx';
import { sendCommand } from './sendCommand.ts';
import { sendToAll } from './sendToAll.ts';

/** Asks why: whoever looks at the incident later wants to know. */
export function OverrideDialog({ targets, onClose }: CommandProps) {
  const client = useApolloClient();
  const [severity, setSeverity] = useState<Severity>(targets[0].severity);
  const [reason, setReason] = useState('');
  const { ruleSeverity } = targets[0];
  return (
    <CommandDialog
      title={`Severity of ${nameOf(targets)}`}
      submitLabel="Set severity"
      canSubmit={reason.trim() !== ''}
      onSubmit={() =>
        sendToAll(targets, 'changed', (id) => sendCommand(client, OverrideSeverityDocument, { id, severity, reason }))
      }
      onClose={onClose}
    >
      <Field
        label="Severity"
        hint={`It stays until somebody lifts it.${ruleSeverity === undefined ? '' : ` By the rules it is ${severityWord[ruleSeverity]}.`}`}
      >
        <select
          className="field"
          value={severity}
          onChange={({ target }) => setSeverity(severities.find((one) => one === target.value) ?? severity)}
        >
          {severities.map((one) => (
            <option key={one} value={one}>
              {severityWord[one]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Why">
        <textarea
          className="field h-auto w-full resize-y py-1.5"
          rows={2}
          value={reason}
          maxLength={5000}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </CommandDialog>
  );
}
