import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { AssignIncidentDocument } from '../../__generated__/operations.ts';
import { useViewer } from '../../session/useSession.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { type CommandProps, nameOf } from './CommandProps.ts';
import { Field } from './Field.tsx';
import { sendCommand } from './sendCommand.ts';
import { sendToAll } from './sendToAll.ts';

export function AssignDialog({ targets, onClose }: CommandProps) {
  const client = useApolloClient();
  const viewer = useViewer();
  const [name, setName] = useState(targets[0].assignee ?? viewer.name);
  const assignee = name.trim() === '' ? null : name;
  return (
    <CommandDialog
      title={`Assign ${nameOf(targets)}`}
      submitLabel={assignee === null ? 'Assign to nobody' : 'Assign'}
      canSubmit={targets.some((target) => target.assignee !== assignee)}
      onSubmit={() =>
        sendToAll(targets, 'assigned', (id) => sendCommand(client, AssignIncidentDocument, { id, assignee }))
      }
      onClose={onClose}
    >
      <Field label="Name" hint="Leave it empty for nobody. It only says whose it is: it acknowledges nothing.">
        <input className="field" value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </Field>
    </CommandDialog>
  );
}
