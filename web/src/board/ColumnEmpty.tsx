import type { IncidentStatus } from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';

interface ColumnEmptyProps {
  readonly status: IncidentStatus;
  /** How many of this column the filters hide. */
  readonly hidden: number;
  /** Whether nothing at all is unresolved. */
  readonly isAllClear: boolean;
}

const nothing = {
  OPEN: { title: 'Nothing open', text: 'All that is unresolved is in hand.' },
  ACKNOWLEDGED: { title: 'Nothing acknowledged', text: 'An incident comes here when somebody takes it.' },
  RESOLVED: { title: 'Nothing resolved', text: 'Incidents stay here for 24 hours after they are resolved.' },
} as const satisfies Record<IncidentStatus, unknown>;

/** An empty column says which kind of empty it is. */
export function ColumnEmpty({ status, hidden, isAllClear }: ColumnEmptyProps) {
  if (hidden > 0) {
    return (
      <EmptyState title={`${hidden} hidden by filters`} className="rounded-md border border-dashed border-border">
        None of them matches.
      </EmptyState>
    );
  }
  const { title, text } =
    status === 'OPEN' && isAllClear ? { title: 'All clear', text: 'Nothing is unresolved.' } : nothing[status];
  return (
    <EmptyState title={title} className="rounded-md border border-dashed border-border">
      {text}
    </EmptyState>
  );
}
