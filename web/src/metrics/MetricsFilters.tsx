import { X } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { severities, severityWord } from '../components/severity.ts';
import { FilterToggles } from '../incidents/FilterToggles.tsx';
import { ChoicePicker } from './ChoicePicker.tsx';
import { LabelPicker } from './LabelPicker.tsx';
import { useMetricsPage } from './MetricsContext.tsx';
import { isFiltered, noFilters, severitiesOf } from './metricsSearch.ts';
import { joinTexts, splitTexts } from './textList.ts';

const kinds = ['service', 'source', 'responder', 'label'] as const;

/** Which incidents count. What is chosen stands below, each to be taken away again. */
export function MetricsFilters() {
  const { search, show } = useMetricsPage();
  const chosen = kinds.flatMap((kind) => splitTexts(search[kind] ?? '').map((value) => ({ kind, value })));
  const without = (kind: (typeof kinds)[number], value: string) =>
    joinTexts(splitTexts(search[kind] ?? '').filter((each) => each !== value));
  return (
    <search className="flex flex-wrap items-center gap-2">
      <FilterToggles
        label="Severity"
        options={severities}
        selected={severitiesOf(search)}
        onChange={(selected) => show({ severity: selected.join(',') })}
        render={(severity) => (
          <>
            <SeverityIcon severity={severity} />
            {severityWord[severity]}
          </>
        )}
      />
      <ChoicePicker kind="service" title="Service" />
      <ChoicePicker kind="source" title="Source" />
      <ChoicePicker kind="responder" title="Responder" />
      <LabelPicker />
      {chosen.map(({ kind, value }) => (
        <button
          key={`${kind} ${value}`}
          type="button"
          aria-label={`Take away the filter ${kind} ${value}`}
          onClick={() => show({ [kind]: without(kind, value) })}
          className="inline-flex h-7 max-w-64 items-center gap-1 rounded-full border border-text bg-hover pr-1.5 pl-2.5 text-12 hover:bg-selected"
        >
          <span className="truncate">
            <span className="text-muted">{kind}</span> <HostileText text={value} />
          </span>
          <X size={13} aria-hidden="true" className="shrink-0" />
        </button>
      ))}
      {isFiltered(search) && (
        <Button variant="quiet" onPress={() => show(noFilters)}>
          Clear filters
        </Button>
      )}
    </search>
  );
}
