import { clsx } from 'clsx';
import { memo, useCallback, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { IncidentStatus } from '../__generated__/operations.ts';
import { formatCount } from '../components/formatNumber.ts';
import { StatusIcon } from '../components/StatusBadge.tsx';
import { statusWord } from '../components/status.ts';
import type { ShownIncident } from '../live/pendingAction.ts';
import { CardList } from './CardList.tsx';
import { ColumnEmpty } from './ColumnEmpty.tsx';
import { NewOnes } from './NewOnes.tsx';
import { foldStorms } from './storm.ts';
import { useHeldOrder } from './useHeldOrder.ts';
import { useKeptCard } from './useKeptCard.ts';

interface BoardColumnProps {
  readonly status: IncidentStatus;
  readonly incidents: readonly ShownIncident[];
  /** How many there are in all, where that is more than is shown. */
  readonly total: number;
  readonly disabledReason: string | undefined;
  readonly isStale: boolean;
  /** Render only what can be seen: there are many cards on the board. */
  readonly isVirtual: boolean;
  /** How many of its incidents the filters hide. */
  readonly hidden: number;
  /** Whether nothing at all is unresolved. */
  readonly isAllClear: boolean;
  /** On a narrow screen only one column is. */
  readonly isShown: boolean;
}

/** Rendered again only when something in it changed. */
export const BoardColumn = memo(function BoardColumn({
  status,
  incidents,
  total,
  isStale,
  isShown,
  hidden,
  isAllClear,
  ...cards
}: BoardColumnProps) {
  const [openStorms, setOpenStorms] = useState<ReadonlySet<string>>(new Set());
  const units = useMemo(() => foldStorms(incidents, openStorms), [incidents, openStorms]);
  const { rows, waiting, rearrange, handlers } = useHeldOrder(units);
  const scroller = useRef<HTMLDivElement>(null);
  const focusedId = useKeptCard(scroller, rows);
  const toggleStorm = useCallback(
    (id: string) =>
      setOpenStorms((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  // Its members belong under it at once, also where the order is held.
  const showOpened = useEffectEvent(rearrange);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the storms that are open say when, not what for
  useLayoutEffect(() => showOpened(), [openStorms]);
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
        <NewOnes
          count={waiting}
          onShow={() => {
            rearrange();
            scroller.current?.scrollTo({ top: 0 });
          }}
        />
      </header>
      <div
        ref={scroller}
        className={clsx(
          'board-scroller min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-md',
          isStale && 'board-stale',
        )}
      >
        {incidents.length === 0 && rows.length === 0 ? (
          <ColumnEmpty status={status} hidden={hidden} isAllClear={isAllClear} />
        ) : (
          <CardList {...cards} rows={rows} scroller={scroller} focusedId={focusedId} onToggleStorm={toggleStorm} />
        )}
        {total > incidents.length && (
          <p className="px-2 py-3 text-12 text-muted">
            The {formatCount(incidents.length)} most urgent of {formatCount(total)}. The list has them all.
          </p>
        )}
      </div>
    </section>
  );
});
