import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { MergeIncidentDocument } from '../../__generated__/operations.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { type CommandProps, nameOf } from './CommandProps.ts';
import { Field } from './Field.tsx';
import { sendCommand } from './sendCommand.ts';
import { sendToAll } from './sendToAll.ts';

export function MergeDialog({ targets, onClose }: CommandProps) {
  const client = useApolloClient();
  const [into, setInto] = useState('');
  const [note, setNote] = useState('');
  const id = into.trim().replace(/^#/, '');
  return (
    <CommandDialog
      title={`Merge ${nameOf(targets)} into another incident`}
      submitLabel="Merge"
      canSubmit={id !== ''}
      onSubmit={() =>
        sendToAll(targets, 'merged', (from) => sendCommand(client, MergeIncidentDocument, { id: from, into: id, note }))
      }
      onClose={onClose}
    >
      <Field
        label="Number of the other incident"
        hint={`${targets.length === 1 ? 'This one is resolved; its' : 'These are resolved; their'} alerts and later signals are the other one's. It can be taken back.`}
      >
        <input className="field" value={into} maxLength={40} onChange={({ target }) => setInto(target.value)} />
      </Field>
      <Field label="Why they are one">
        <input className="field" value={note} maxLength={5000} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </CommandDialog>
  );
}
