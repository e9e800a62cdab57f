import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { AddIncidentNoteDocument } from '../../__generated__/operations.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { type CommandProps, nameOf } from './CommandProps.ts';
import { Field } from './Field.tsx';
import { sendCommand } from './sendCommand.ts';
import { sendToAll } from './sendToAll.ts';

export function NoteDialog({ targets, onClose }: CommandProps) {
  const client = useApolloClient();
  const [note, setNote] = useState('');
  return (
    <CommandDialog
      title={`Note on ${nameOf(targets)}`}
      submitLabel="Add note"
      canSubmit={note.trim() !== ''}
      onSubmit={() => sendToAll(targets, 'noted', (id) => sendCommand(client, AddIncidentNoteDocument, { id, note }))}
      onClose={onClose}
    >
      <Field label="Note" hint="It stands on the timeline, with your name.">
        <textarea
          className="field h-auto w-full resize-y py-1.5"
          rows={3}
          value={note}
          maxLength={5000}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
    </CommandDialog>
  );
}
