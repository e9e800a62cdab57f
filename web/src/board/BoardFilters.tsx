import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { useLive } from '../live/LiveContext.tsx';
import { isFiltered, noFilters } from './boardSearch.ts';
import { SearchField } from './SearchField.tsx';
import { useBoardFilters } from './useBoardFilters.ts';
import { useServices } from './useServices.ts';

/** A longer list helps nobody to choose. */
const mostServices = 200;

interface BoardFiltersProps {
  /** How many incidents the filters hide. */
  readonly hidden: number;
}

/** Search and service; severity is chosen in the summary. All of it is in the URL. */
export function BoardFilters({ hidden }: BoardFiltersProps) {
  const filters = useBoardFilters();
  const navigate = useNavigate({ from: '/' });
  const services = useServices();
  const isLoaded = useLive((state) => state.load.kind === 'LOADED');
  const isChosenKnown = filters.service === undefined || services.slice(0, mostServices).includes(filters.service);
  return (
    <search className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
      <SearchField
        text={filters.q ?? ''}
        onChange={(text) =>
          void navigate({ search: (before) => ({ ...before, q: text === '' ? undefined : text }), replace: true })
        }
      />
      <label className="min-w-0">
        <span className="sr-only">Service</span>
        <select
          className="field max-w-44 min-w-0"
          value={filters.service ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (before) => ({ ...before, service: target.value === '' ? undefined : target.value }),
              replace: true,
            })
          }
        >
          <option value="">All services</option>
          {[...(isChosenKnown ? [] : [filters.service]), ...services.slice(0, mostServices)].map((service) => (
            <option key={service} value={service}>
              {service}
            </option>
          ))}
          {services.length > mostServices && (
            <option disabled>Search finds the other {services.length - mostServices}</option>
          )}
        </select>
      </label>
      {isFiltered(filters) && (
        <>
          <Button
            variant="quiet"
            onPress={() => void navigate({ search: (before) => ({ ...before, ...noFilters }), replace: true })}
          >
            <X size={13} aria-hidden="true" />
            Clear filters
          </Button>
          {isLoaded && <span className="text-13 text-muted">{hidden} hidden by filters</span>}
        </>
      )}
    </search>
  );
}
