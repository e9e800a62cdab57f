import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { ImportCatalogueDocument } from '../__generated__/operations.ts';
import { HostileText } from '../components/HostileText.tsx';
import { ImportButton } from '../components/ImportButton.tsx';
import { FormField } from '../forms/FormField.tsx';
import { InlineForm } from '../forms/InlineForm.tsx';
import { placeProblems } from '../forms/placeInDocument.ts';
import { otherProblems, type Problem, submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';

interface ImportFormProps {
  readonly onImported: () => void;
  readonly onCancel: () => void;
}

const example = `services:
  - { name: checkout, tier: 1, owner: payments, dependsOn: [payments-db] }
  - { name: payments-db, tier: 1 }`;

/** Takes in a file of services, all of it or nothing; what is wrong is shown with its line and path. */
export function ImportForm({ onImported, onCancel }: ImportFormProps) {
  const client = useApolloClient();
  const [text, setText] = useState('');
  const [replaces, setReplaces] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setIsSending] = useState(false);

  async function send(): Promise<void> {
    setIsSending(true);
    const input = { document: text, replace: replaces };
    const { data, problems: refused } = await submitInput(client, ImportCatalogueDocument, { input });
    setIsSending(false);
    setProblems(refused);
    if (refused.length > 0 || data === undefined) return;
    const { added, changed, removed } = data.importCatalogue;
    toast.success(`Imported: ${added} added, ${changed} changed, ${removed} removed`);
    onImported();
  }

  return (
    <InlineForm
      title="Import services"
      submitLabel="Import"
      isSending={isSending}
      disabledReason={useMissingRole('ADMIN')}
      canSubmit={text.trim() !== ''}
      problem={otherProblems(problems, ['document'])}
      onSubmit={send}
      onCancel={onCancel}
    >
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3 text-13">
          <ImportButton label="Choose a file" accept=".yaml,.yml,.json" onText={setText} />
          <label className="flex min-h-6 items-center gap-2">
            <input type="checkbox" checked={replaces} onChange={({ target }) => setReplaces(target.checked)} />
            Remove services that it does not name
          </label>
        </div>
        <FormField label="Services as YAML or JSON" hint="All of it is taken in, or nothing.">
          {(attributes) => (
            <textarea
              {...attributes}
              rows={10}
              maxLength={1_000_000}
              spellCheck={false}
              placeholder={example}
              aria-invalid={problems.length > 0 ? true : undefined}
              className="field h-auto w-full resize-y py-1.5 font-mono text-12"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </FormField>
        <ImportProblems problems={problems} text={text} />
      </div>
    </InlineForm>
  );
}

function ImportProblems({ problems, text }: { readonly problems: readonly Problem[]; readonly text: string }) {
  const faults = problems.flatMap(({ field, message }) =>
    field?.[1] === 'document' ? [{ path: field.slice(2), message }] : [],
  );
  if (faults.length === 0) return null;
  const places = placeProblems(text, faults);
  return (
    <ul role="alert" className="flex flex-col gap-1">
      {places.map(({ from, message }, place) => (
        <li key={`${from} ${message}`} className="field-problem">
          Line {text.slice(0, from).split('\n').length}
          {faults.length === places.length && pathOf(faults[place]?.path ?? [])}: <HostileText text={message} />
        </li>
      ))}
    </ul>
  );
}

function pathOf(path: readonly string[]): string {
  return path.length === 0 ? '' : `, ${path.join('.')}`;
}
