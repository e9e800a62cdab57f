import { clsx } from 'clsx';
import { ArrowUp } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { IncidentStatus } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { StatusIcon } from '../components/StatusBadge.tsx';
import { statusWord } from '../components/status.ts';
import type { ShownIncident } from '../live/pendingAction.ts';
import { CardList } from './CardList.tsx';
import { type ColumnRow, successorOf } from './heldOrder.ts';
import { useHeldOrder } from './useHeldOrder.ts';

interface BoardColumnProps {
  readonly status: IncidentStatus;
  readonly incidents: readonly ShownIncident[];
  /** How many there are in all, where that is more than is shown. */
  readonly total: number;
  readonly disabledReason: string | undefined;
  readonly isStale: boolean;
  /** In place of cards when there are none. */
  readonly empty: ReactNode;
  /** On a narrow screen only one column is. */
  readonly isShown: boolean;
}

export function BoardColumn({ status, incidents, total, disabledReason, isStale, isShown, empty }: BoardColumnProps) {
  const { rows, waiting, rearrange, handlers } = useHeldOrder(incidents);
  const scroller = useRef<HTMLDivElement>(null);
  const focusedId = useKeptFocus(scroller, rows);
  return (
    <section
      aria-label={statusWord[status]}
      data-column={status}
      data-shown={isShown}
      className="board-column flex min-h-0 min-w-0 flex-col"
      {...handlers}
    >
      <header className={clsx('flex min-h-8 items-center gap-2 px-0.5', waiting === 0 && 'max-[56.24rem]:hidden')}>
        <StatusIcon status={status} />
        <h2 className="text-13 font-semibold">{statusWord[status]}</h2>
        <span className="text-13 text-muted">{formatCount(Math.max(total, incidents.length))}</span>
        {status === 'RESOLVED' && <span className="text-12 text-muted">last 24 h</span>}
        {waiting > 0 && (
          <Button
            size="small"
            variant="primary"
            className="ml-auto"
            onPress={() => {
              rearrange();
              scroller.current?.scrollTo({ top: 0 });
            }}
          >
            <ArrowUp size={12} aria-hidden="true" />
            {waiting} new
          </Button>
        )}
      </header>
      <div
        ref={scroller}
        className={clsx(
          'board-scroller min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-md',
          isStale && 'board-stale',
        )}
      >
        {incidents.length === 0 && rows.length === 0 ? (
          empty
        ) : (
          <CardList rows={rows} disabledReason={disabledReason} scroller={scroller} focusedId={focusedId} />
        )}
        {total > incidents.length && (
          <p className="px-2 py-3 text-12 text-muted">
            The {formatCount(incidents.length)} most urgent of {formatCount(total)}. The list has them all.
          </p>
        )}
      </div>
    </section>
  );
}

/** When the card with the focus leaves the column, the focus goes to the next one instead of nowhere. */
function useKeptFocus(scroller: RefObject<HTMLDivElement | null>, rows: readonly ColumnRow[]) {
  const focusedId = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = focusedId.current;
    if (id === null || document.activeElement !== document.body) return;
    if (rows.some((row) => row.id === id && row.kind === 'INCIDENT')) return;
    const next = successorOf(rows, id);
    focusedId.current = null;
    if (next === null) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-incident="${CSS.escape(next)}"]`)
      ?.focus({ preventScroll: false });
  }, [rows, scroller]);
  useEffect(() => {
    function remember({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      focusedId.current = target.closest('[data-incident]')?.getAttribute('data-incident') ?? null;
    }
    const element = scroller.current;
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [scroller]);
  return focusedId;
}
