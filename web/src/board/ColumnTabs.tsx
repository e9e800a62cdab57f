import { clsx } from 'clsx';
import type { IncidentStatus } from '../__generated__/operations.ts';
import { formatCompact } from '../components/formatNumber.ts';
import { StatusIcon } from '../components/StatusBadge.tsx';
import { statuses, statusWord } from '../components/status.ts';

interface ColumnTabsProps {
  readonly shown: IncidentStatus;
  readonly counts: Readonly<Record<IncidentStatus, number>>;
  readonly onShow: (status: IncidentStatus) => void;
}

/** On a narrow screen one column is shown at a time. */
export function ColumnTabs({ shown, counts, onShow }: ColumnTabsProps) {
  return (
    <fieldset className="board-tabs">
      <legend className="sr-only">Column to show</legend>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={shown === status}
          onClick={() => onShow(status)}
          className={clsx(
            'flex h-9 min-w-0 flex-auto cursor-default items-center justify-center gap-1.5 rounded-[4px] px-1 sm:px-1.5 text-12 font-semibold',
            shown === status ? 'bg-surface shadow-card' : 'text-muted',
          )}
        >
          <StatusIcon status={status} className="max-[22rem]:hidden" />
          <span className="truncate">{statusWord[status]}</span>
          <span className="font-normal">{formatCompact(counts[status])}</span>
        </button>
      ))}
    </fieldset>
  );
}
