import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { SnoozeIncidentDocument } from '../../__generated__/operations.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { type CommandProps, nameOf } from './CommandProps.ts';
import { Field } from './Field.tsx';
import { sendCommand } from './sendCommand.ts';
import { sendToAll } from './sendToAll.ts';

const choices = [
  { minutes: 30, words: '30 minutes' },
  { minutes: 60, words: '1 hour' },
  { minutes: 4 * 60, words: '4 hours' },
  { minutes: 24 * 60, words: '1 day' },
  { minutes: 7 * 24 * 60, words: '1 week' },
] as const;

export function SnoozeDialog({ targets, onClose }: CommandProps) {
  const client = useApolloClient();
  const [minutes, setMinutes] = useState(60);
  const [note, setNote] = useState('');
  return (
    <CommandDialog
      title={`Snooze ${nameOf(targets)}`}
      submitLabel="Snooze"
      canSubmit
      onSubmit={() =>
        sendToAll(targets, 'snoozed', (id) => sendCommand(client, SnoozeIncidentDocument, { id, minutes, note }))
      }
      onClose={onClose}
    >
      <Field label="For how long" hint="Nobody is told and nothing escalates until then. Then it comes back as open.">
        <select className="field" value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
          {choices.map((choice) => (
            <option key={choice.minutes} value={choice.minutes}>
              {choice.words}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Note">
        <input className="field" value={note} maxLength={5000} onChange={({ target }) => setNote(target.value)} />
      </Field>
    </CommandDialog>
  );
}
