import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { CreateTokenDocument, type Role } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { CodeBlock } from '../components/CodeBlock.tsx';
import { FormField } from '../forms/FormField.tsx';
import { InlineForm } from '../forms/InlineForm.tsx';
import { otherProblems, type Problem, problemAt, submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { roleWords } from './roleWords.ts';

interface NewTokenProps {
  readonly onMade: () => void;
  readonly onClose: () => void;
}

const roles: readonly Role[] = ['VIEWER', 'INGESTER', 'RESPONDER', 'ADMIN'];

/** Makes a token and shows its secret, and a link that signs in with it, this once. */
export function NewToken({ onMade, onClose }: NewTokenProps) {
  const client = useApolloClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('RESPONDER');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setIsSending] = useState(false);
  const [secret, setSecret] = useState<string>();
  const missingRole = useMissingRole('ADMIN');

  async function send(): Promise<void> {
    setIsSending(true);
    const { data, problems: refused } = await submitInput(client, CreateTokenDocument, { input: { name, role } });
    setIsSending(false);
    setProblems(refused);
    if (refused.length > 0 || data?.createApiToken.secret == null) return;
    setSecret(data.createApiToken.secret);
    onMade();
  }

  if (secret !== undefined) {
    return (
      <section aria-label="New token" className="surface flex flex-col gap-3 p-4 text-13">
        <h2 className="text-16 font-semibold">The token of {name}</h2>
        <p role="status">It is shown this once, and kept nowhere in clear: copy it now.</p>
        <CodeBlock label="Token" text={secret} />
        {role !== 'INGESTER' && (
          <>
            <p>A link that signs a browser in with it:</p>
            <CodeBlock label="Sign-in link" text={`${window.location.origin}/#token=${encodeURIComponent(secret)}`} />
          </>
        )}
        <Button className="self-end" onPress={onClose}>
          I have it
        </Button>
      </section>
    );
  }
  return (
    <InlineForm
      title="New token"
      submitLabel="Make the token"
      isSending={isSending}
      disabledReason={missingRole}
      canSubmit={name.trim() !== ''}
      problem={otherProblems(problems, ['name'])}
      onSubmit={send}
      onCancel={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          label="Name"
          hint="Whose it is, or what it is for. Timelines show it."
          problem={problemAt(problems, 'name')}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="field w-full"
              maxLength={100}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormField>
        <FormField label="Role" hint={`It ${roleWords[role]}.`}>
          {(attributes) => (
            <select
              {...attributes}
              className="field w-full"
              value={role}
              onChange={({ target }) => setRole(roles.find((each) => each === target.value) ?? role)}
            >
              {roles.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </FormField>
      </div>
    </InlineForm>
  );
}
