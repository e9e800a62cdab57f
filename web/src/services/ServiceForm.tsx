import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from 'sonner';
import { UpsertServiceDocument } from '../__generated__/operations.ts';
import { FormField } from '../forms/FormField.tsx';
import { InlineForm } from '../forms/InlineForm.tsx';
import { otherProblems, type Problem, problemAt, submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { type CatalogueEntry, splitNames, tierWords } from './catalogue.ts';

interface ServiceFormProps {
  /** The one to change; a new one when undefined. */
  readonly entry: CatalogueEntry | undefined;
  readonly onSaved: (name: string) => void;
  readonly onCancel: () => void;
}

const tiers = [1, 2, 3, 4] as const;

export function ServiceForm({ entry, onSaved, onCancel }: ServiceFormProps) {
  const client = useApolloClient();
  const [name, setName] = useState(entry?.name ?? '');
  const [tier, setTier] = useState(entry?.tier ?? 3);
  const [owner, setOwner] = useState(entry?.owner ?? '');
  const [description, setDescription] = useState(entry?.description ?? '');
  const [dependsOn, setDependsOn] = useState(entry?.dependsOn.join(', ') ?? '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setIsSending] = useState(false);

  async function send(): Promise<void> {
    setIsSending(true);
    const { data, problems: refused } = await submitInput(client, UpsertServiceDocument, {
      input: { name, tier, owner, description, dependsOn: [...splitNames(dependsOn)] },
    });
    setIsSending(false);
    setProblems(refused);
    const saved = data?.upsertService.service;
    if (refused.length > 0 || saved == null) return;
    toast.success(entry === undefined ? `${saved.name} is in the catalogue` : `${saved.name} was changed`);
    onSaved(saved.name);
  }

  return (
    <InlineForm
      title={entry === undefined ? 'Add a service' : `Edit ${entry.name}`}
      submitLabel="Save"
      isSending={isSending}
      disabledReason={useMissingRole('ADMIN')}
      canSubmit={name.trim() !== ''}
      problem={otherProblems(problems, ['name', 'tier', 'owner', 'description', 'dependsOn'])}
      onSubmit={send}
      onCancel={onCancel}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <FormField label="Name" hint="As signals name it in `service`." problem={problemAt(problems, 'name')}>
          {(attributes) => (
            <input
              {...attributes}
              className="field w-full"
              maxLength={100}
              readOnly={entry !== undefined}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormField>
        <FormField label="Tier" problem={problemAt(problems, 'tier')}>
          {(attributes) => (
            <select
              {...attributes}
              className="field w-full"
              value={tier}
              onChange={({ target }) => setTier(Number(target.value))}
            >
              {tiers.map((each) => (
                <option key={each} value={each}>
                  {each}: {tierWords[each]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label="Owner" problem={problemAt(problems, 'owner')}>
          {(attributes) => (
            <input
              {...attributes}
              className="field w-full"
              maxLength={100}
              value={owner}
              onChange={({ target }) => setOwner(target.value)}
            />
          )}
        </FormField>
        <FormField
          label="Stands on"
          hint="Services of the catalogue, separated by commas."
          problem={problemAt(problems, 'dependsOn')}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="field w-full"
              value={dependsOn}
              onChange={({ target }) => setDependsOn(target.value)}
            />
          )}
        </FormField>
        <FormField label="What it is" problem={problemAt(problems, 'description')} className="md:col-span-2">
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={2000}
              className="field h-auto w-full resize-y py-1.5"
              value={description}
              onChange={({ target }) => setDescription(target.value)}
            />
          )}
        </FormField>
      </div>
    </InlineForm>
  );
}
