import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { MetricsGroupsChangedDocument, MetricsGroupsInRangeDocument } from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Section } from '../components/Section.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { useSettled } from '../forms/useSettled.ts';
import { GroupTable } from './GroupTable.tsx';
import { groupRows, readSort, sortRows, writeSort } from './groupRows.ts';
import { groupTable } from './groupTable.ts';
import { useMetricsPage } from './MetricsContext.tsx';
import { type Grouping, groupings } from './metricsSearch.ts';
import type { MetricsVariables } from './metricsVariables.ts';
import { SectionMenu } from './SectionMenu.tsx';
import { useLiveMetrics } from './useLiveMetrics.ts';

const words = {
  service: 'Service',
  severity: 'Severity',
  source: 'Source',
  responder: 'Responder',
  label: 'Label',
} as const satisfies Record<Grouping, string>;

const pauseMs = 400;

/** The same figures by service, severity, source, responder or label, in a table that can be sorted. */
export function GroupsSection({ variables }: { readonly variables: MetricsVariables }) {
  const { search, show } = useMetricsPage();
  const grouping: Grouping = search.by ?? 'service';
  const labelName = useSettled(search.labelName?.trim() ?? '', pauseMs);
  const isNamed = grouping !== 'label' || labelName !== '';
  const { figures, error, retry, isStale } = useLiveMetrics(
    MetricsGroupsInRangeDocument,
    MetricsGroupsChangedDocument,
    isNamed
      ? {
          ...variables,
          isBySeverity: grouping === 'severity',
          isByService: grouping === 'service',
          isBySource: grouping === 'source',
          isByResponder: grouping === 'responder',
          isByLabel: grouping === 'label',
          hasCourse: grouping === 'service' || grouping === 'severity',
          labelName: labelName === '' ? 'team' : labelName,
        }
      : undefined,
  );
  const sort = readSort(search.sort);
  const rows = figures === undefined ? undefined : sortRows(groupRows(figures, grouping), sort);
  const isShown = isNamed && rows !== undefined && !(isStale && rows.length === 0);
  const title = `By ${words[grouping].toLowerCase()}`;
  return (
    <Section
      title={title}
      isBusy={isStale}
      aside={
        <SectionMenu
          title={title}
          fileName={`vigil-by-${grouping}`}
          table={() => groupTable(words[grouping], rows ?? [])}
        />
      }
    >
      <div className="flex flex-wrap items-center gap-3 border-b border-border p-2">
        <ToggleButtonGroup
          aria-label="By what"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[grouping]}
          onSelectionChange={([key]) => {
            const by = groupings.find((each) => each === key);
            show({ by: by === 'service' ? undefined : by });
          }}
          className="inline-flex flex-wrap gap-0.5"
        >
          {groupings.map((each) => (
            <ToggleButton key={each} id={each} className="choice">
              {words[each]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {grouping === 'label' && (
          <LabelName name={search.labelName ?? ''} onChange={(name) => show({ labelName: name })} />
        )}
      </div>
      <div className="min-h-44 relative overflow-x-auto">
        {error !== undefined && (
          <div className="p-3">
            <FailureNotice title="The table could not be loaded." error={error} onRetry={retry} />
          </div>
        )}
        {!isNamed && <EmptyState title="Name a label, for example team" />}
        {isNamed && !isShown && error === undefined && <Skeleton className="m-3 h-38" />}
        {isShown && rows.length === 0 && <EmptyState title="No incident was opened in this range" />}
        {isShown && rows.length > 0 && (
          <div className={isStale ? 'opacity-60' : ''}>
            <GroupTable
              heading={words[grouping]}
              rows={rows}
              sort={sort}
              onSort={(next) => show({ sort: writeSort(next) })}
              hasCourse={grouping === 'service' || grouping === 'severity'}
            />
          </div>
        )}
      </div>
    </Section>
  );
}

/** Typed letter by letter, so it is kept here and told on. */
function LabelName({
  name,
  onChange,
}: {
  readonly name: string;
  readonly onChange: (name: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(name);
  return (
    <input
      aria-label="Label's name"
      placeholder="team"
      className="field h-7 w-40"
      maxLength={100}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value.trim() === '' ? undefined : target.value.trim());
      }}
    />
  );
}
