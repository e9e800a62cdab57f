import { useQuery } from '@apollo/client/react';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { MetricsChoicesDocument, type MetricsChoicesQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { formatCompact } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { useMetricsPage } from './MetricsContext.tsx';
import { rangeInput } from './metricsVariables.ts';
import { joinTexts, splitTexts } from './textList.ts';

type Kind = 'service' | 'source' | 'responder';

interface ChoicePickerProps {
  readonly kind: Kind;
  readonly title: string;
}

interface Choice {
  readonly value: string;
  readonly opened: number;
}

/** Any number of those that had incidents in the range, most first; none is all. */
export function ChoicePicker({ kind, title }: ChoicePickerProps) {
  return (
    <DialogTrigger>
      <Button>
        {title}
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover placement="bottom start" className="surface w-64 bg-raised p-2 shadow-card outline-none">
        <Dialog aria-label={title} className="flex flex-col gap-2 outline-none">
          <Choices kind={kind} title={title} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ kind, title }: ChoicePickerProps) {
  const { search, show, bounds, timeZone } = useMetricsPage();
  const [typed, setTyped] = useState('');
  const { data, error } = useQuery(MetricsChoicesDocument, {
    variables: { range: rangeInput(bounds, timeZone) },
    fetchPolicy: 'no-cache',
  });
  const selected = splitTexts(search[kind] ?? '');
  const known = choicesOf(data, kind);
  const chosenOnly = selected.filter((value) => !known.some((choice) => choice.value === value));
  const wanted = typed.trim().toLowerCase();
  const choices = [...chosenOnly.map((value) => ({ value, opened: 0 })), ...known].filter(({ value }) =>
    value.toLowerCase().includes(wanted),
  );
  return (
    <>
      <input
        type="search"
        aria-label={`Find a ${title.toLowerCase()}`}
        placeholder="Find"
        className="field w-full"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ListBox
        aria-label={title}
        selectionMode="multiple"
        // Escape closes the list, and leaves what was chosen.
        escapeKeyBehavior="none"
        selectedKeys={selected}
        onSelectionChange={(keys) => {
          if (keys !== 'all') show({ [kind]: joinTexts([...keys].map(String)) });
        }}
        renderEmptyState={() => (
          <p className="p-2 text-13 text-muted">
            {error !== undefined ? 'They could not be loaded.' : data === undefined ? 'Loading' : 'None in this range.'}
          </p>
        )}
        className="max-h-64 relative overflow-y-auto outline-none"
      >
        {choices.map(({ value, opened }) => (
          <ListBoxItem
            key={value}
            id={value}
            textValue={value}
            className="group flex min-h-7 cursor-default items-center gap-2 rounded-[4px] px-1.5 text-13 outline-none data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
          >
            <Check size={13} aria-hidden="true" className="invisible shrink-0 group-data-selected:visible" />
            <span className="min-w-0 flex-1 truncate">
              <HostileText text={value} />
            </span>
            <span className="text-12 text-muted">{formatCompact(opened)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </>
  );
}

function choicesOf(data: MetricsChoicesQuery | undefined, kind: Kind): readonly Choice[] {
  const named = (value: string | null, opened: number) => (value === null || value === '' ? [] : [{ value, opened }]);
  switch (kind) {
    case 'service':
      return data?.metrics.byService.flatMap(({ service, opened }) => named(service, opened)) ?? [];
    case 'source':
      return data?.metrics.bySource.flatMap(({ source, opened }) => named(source, opened)) ?? [];
    case 'responder':
      return data?.metrics.byResponder.flatMap(({ responder, opened }) => named(responder, opened)) ?? [];
  }
}
