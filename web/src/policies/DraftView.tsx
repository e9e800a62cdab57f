import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { toast } from 'sonner';
import { CreatePolicyDraftDocument, PolicyFormDocument, type PolicyVersionQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { LinkButton } from '../components/LinkButton.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { FormField } from '../forms/FormField.tsx';
import { submitInput } from '../forms/submitInput.ts';
import { useMissingRole } from '../session/useMissingRole.ts';
import { CheckSummary } from './CheckSummary.tsx';
import { forgetDraft, keepDraft, readKeptDraft } from './draftKeeping.ts';
import type { JsonSchema } from './editor/schemaAt.ts';
import { PolicyEditor, PolicyFrame } from './PolicyFrame.tsx';
import { RehearsalPanel } from './rehearsal/RehearsalPanel.tsx';
import { usePolicyCheck } from './usePolicyCheck.ts';

interface DraftViewProps {
  /** Where the draft begins. */
  readonly base: NonNullable<PolicyVersionQuery['policy']>;
  readonly active: { readonly version: number; readonly document: string };
  readonly isAlone: boolean;
  /** It was kept as this version. */
  readonly onSaved: (version: number) => void;
}

/** A draft of the policy: typed, checked, rehearsed and kept as a new version. */
export function DraftView({ base, active, isAlone, onSaved }: DraftViewProps) {
  const client = useApolloClient();
  const [initial, setInitial] = useState(() => readKeptDraft(base.version) ?? base.document);
  const [text, setText] = useState(initial);
  const [edition, setEdition] = useState(0);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const { data: form } = useQuery(PolicyFormDocument);
  const schema = useMemo((): JsonSchema => (form === undefined ? {} : JSON.parse(form.policyJsonSchema)), [form]);
  const check = usePolicyCheck(text);
  const search = { edit: String(base.version) };
  const isSame = check.changes?.length === 0 && check.problems.length === 0;

  function change(next: string): void {
    setText(next);
    keepDraft(base.version, next);
  }

  function startOver(): void {
    forgetDraft(base.version);
    setInitial(base.document);
    setText(base.document);
    setEdition(edition + 1);
  }

  async function save(): Promise<void> {
    setIsSaving(true);
    const input = { document: text, note: note.trim() === '' ? null : note };
    const { data, problems } = await submitInput(client, CreatePolicyDraftDocument, { input });
    setIsSaving(false);
    setProblem(problems[0]?.message);
    const version = data?.createPolicyDraft.policy?.version;
    if (problems.length > 0 || version === undefined) return;
    forgetDraft(base.version);
    toast.success(`Kept as version ${version}, which is not in force`);
    onSaved(version);
  }

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-16 font-semibold">Draft from version {base.version}</h2>
        <ViewLinks
          label="What is shown beside it"
          size="small"
          links={[
            { label: `Beside version ${active.version}, in force`, to: '/policies', search, isCurrent: !isAlone },
            { label: 'The draft alone', to: '/policies', search: { ...search, alone: '1' }, isCurrent: isAlone },
          ]}
        />
        <div className="ml-auto flex flex-wrap gap-2">
          {text !== base.document && (
            <Button variant="quiet" onPress={startOver}>
              Start over
            </Button>
          )}
          <LinkButton
            to="/policies"
            search={base.version === active.version ? {} : { version: String(base.version) }}
            size="normal"
          >
            Back
          </LinkButton>
        </div>
      </div>
      <PolicyFrame>
        {form === undefined ? (
          <Skeleton className="size-full" />
        ) : (
          <PolicyEditor
            key={edition}
            initial={initial}
            onChange={change}
            problems={check.problems}
            schema={schema}
            beside={isAlone ? null : { document: active.document, label: `Version ${active.version}, in force, YAML` }}
          />
        )}
      </PolicyFrame>
      <CheckSummary check={check} text={text} activeVersion={active.version} />
      <div className="flex flex-wrap items-end gap-3">
        <FormField label="What it is for" problem={problem} className="flex-1 basis-64">
          {(attributes) => (
            <input
              {...attributes}
              className="field w-full"
              maxLength={500}
              placeholder="Fewer pages at night"
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </FormField>
        <Button
          variant="primary"
          disabledReason={useMissingRole('ADMIN')}
          isDisabled={isSaving || isSame || check.problems.length > 0}
          onPress={() => void save()}
        >
          {isSaving ? 'Saving…' : 'Keep as a new version'}
        </Button>
      </div>
      <RehearsalPanel document={text} />
    </div>
  );
}
