import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { StatusIcon } from '../components/StatusBadge.tsx';
import { severities, severityWord } from '../components/severity.ts';
import { statuses, statusWord } from '../components/status.ts';
import { FilterToggles } from './FilterToggles.tsx';
import { type IncidentsSearch, orders, orderWords, splitList } from './incidentsSearch.ts';
import { SearchField } from './SearchField.tsx';

interface IncidentFiltersProps {
  readonly search: IncidentsSearch;
  /** What changed; a changed filter begins at the first page. */
  readonly onChange: (change: IncidentsSearch) => void;
}

export function IncidentFilters({ search, onChange }: IncidentFiltersProps) {
  return (
    <search className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField value={search.q ?? ''} onChange={(q) => onChange({ q })} />
      <FilterToggles
        label="Status"
        options={statuses}
        selected={splitList(search.status, statuses)}
        onChange={(status) => onChange({ status: status.join(',') })}
        render={(status) => (
          <>
            <StatusIcon status={status} />
            {statusWord[status]}
          </>
        )}
      />
      <FilterToggles
        label="Severity"
        options={severities}
        selected={splitList(search.severity, severities)}
        onChange={(severity) => onChange({ severity: severity.join(',') })}
        render={(severity) => (
          <>
            <SeverityIcon severity={severity} />
            {severityWord[severity]}
          </>
        )}
      />
      <select
        aria-label="Order"
        value={search.order ?? 'URGENCY'}
        onChange={(event) => {
          const order = orders.find((each) => each === event.target.value);
          if (order !== undefined) onChange({ order });
        }}
        className="field sm:ml-auto"
      >
        {orders.map((order) => (
          <option key={order} value={order}>
            {orderWords[order]}
          </option>
        ))}
      </select>
    </search>
  );
}
