import { useNavigate, useSearch } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { Severity } from '../__generated__/operations.ts';
import { formatCount } from '../components/formatNumber.ts';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { severities, severityText, severityWord } from '../components/severity.ts';
import { useLive } from '../live/LiveContext.tsx';
import type { LiveState } from '../live/liveState.ts';
import { isBeyondBound } from '../live/scope.ts';
import { joinSeverities, splitSeverities } from './boardSearch.ts';

/** How many are unresolved by severity; each count narrows the board to its severity. */
export function SeverityFilter() {
  const chosen = splitSeverities(useSearch({ from: '/', select: ({ severity }) => severity }));
  const navigate = useNavigate({ from: '/' });
  return (
    <fieldset className="-mx-1.5 flex min-w-0 flex-wrap items-center sm:mx-0 sm:gap-1 xl:shrink-0 xl:flex-nowrap">
      <legend className="sr-only">Unresolved by severity; choose to filter</legend>
      {severities.map((severity) => (
        <SeverityToggle
          key={severity}
          severity={severity}
          isChosen={chosen.includes(severity)}
          onToggle={() => {
            const next = chosen.includes(severity) ? chosen.filter((each) => each !== severity) : [...chosen, severity];
            void navigate({
              search: (before) => ({ ...before, severity: joinSeverities(next) }),
              replace: true,
            });
          }}
        />
      ))}
    </fieldset>
  );
}

interface SeverityToggleProps {
  readonly severity: Severity;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function SeverityToggle({ severity, isChosen, onToggle }: SeverityToggleProps) {
  const count = useLive((state) => unresolved(state, severity));
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onToggle}
      className={clsx(
        'flex h-8 cursor-default items-center gap-1 rounded-md border px-1.5 text-12 sm:gap-1.5 sm:px-2',
        isChosen ? 'border-control bg-hover' : 'border-transparent hover:bg-hover',
        count === 0 && 'text-muted',
      )}
    >
      <SeverityIcon severity={severity} coloured={count > 0} />
      <span className={clsx('font-semibold', count > 0 && severityText[severity])}>{severityWord[severity]}</span>
      <span className="text-14 font-semibold">{formatCount(count)}</span>
    </button>
  );
}

/** By what the board holds, which is newest; by the server where the board does not hold all. */
function unresolved({ columns, system }: LiveState, severity: Severity): number {
  if (system !== null && isBeyondBound(system)) {
    return system.openBySeverity.find((each) => each.severity === severity)?.count ?? 0;
  }
  return count(columns.OPEN, severity) + count(columns.ACKNOWLEDGED, severity);
}

function count(incidents: readonly { readonly severity: Severity }[], severity: Severity): number {
  return incidents.reduce((sum, incident) => (incident.severity === severity ? sum + 1 : sum), 0);
}
