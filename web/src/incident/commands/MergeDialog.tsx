import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { MergeIncidentDocument } from '../../__generated__/operations.ts';
import { CommandDialog } from './CommandDialog.tsx';
import type { CommandProps } from './CommandProps.ts';
import { Field } from './Field.tsx';
import { sendCommand } from './sendCommand.ts';

export function MergeDialog({ incident, onClose }: CommandProps) {
  const client = useApolloClient();
  const [into, setInto] = useState('');
  const [note, setNote] = useState('');
  const id = into.trim().replace(/^#/, '');
  return (
    <CommandDialog
      title={`Merge #${incident.number} into another incident`}
      submitLabel="Merge"
      canSubmit={id !== ''}
      onSubmit={() => sendCommand(client, MergeIncidentDocument, { id: incident.id, into: id, note })}
      onClose={onClose}
    >
      <Field
        label="Number of the other incident"
        hint="This one is resolved; its alerts and later signals are the other one's. It can be taken out again."
      >
        <input className="field" value={into} maxLength={40} onChange={({ target }) => setInto(target.value)} />
      </Field>
      <Field label="Why they are one">
        <input className="field" value={note} maxLength={5000} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </CommandDialog>
  );
}
