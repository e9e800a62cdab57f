// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus for its cells
// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid are placed by transforms, which rows of a table do not take
import { useNavigate, useSearch } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { ShownIncident } from '../../live/pendingAction.ts';
import { NewOnes } from '../NewOnes.tsx';
import type { Unit } from '../storm.ts';
import { useHeldOrder } from '../useHeldOrder.ts';
import { useKeptCard } from '../useKeptCard.ts';
import { useOrder } from '../useOrder.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { compareRows } from './gridSort.ts';
import { moveInGrid } from './moveInGrid.ts';
import { useRowHeight } from './useRowHeight.ts';

interface IncidentGridProps {
  readonly incidents: readonly ShownIncident[];
  readonly disabledReason: string | undefined;
  readonly isStale: boolean;
  /** In place of rows when there are none. */
  readonly empty: ReactNode;
}

/** All incidents as rows, of which only those in sight are rendered. The focus stays on its incident wherever that goes. */
export function IncidentGrid({ incidents, disabledReason, isStale, empty }: IncidentGridProps) {
  const sort = useSearch({ from: '/', select: (search) => search.sort });
  const navigate = useNavigate({ from: '/' });
  const units = useMemo(
    () =>
      incidents
        .toSorted(compareRows(sort))
        .map((incident): Unit => ({ kind: 'INCIDENT', id: incident.id, incident, inGroup: false })),
    [incidents, sort],
  );
  const { rows, waiting, rearrange, handlers } = useHeldOrder(units);
  // Who asks for another order wants to see it, pointer or not.
  const showSorted = useEffectEvent(rearrange);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sort says when, not what for
  useEffect(() => showSorted(), [sort]);
  const scroller = useRef<HTMLDivElement>(null);
  const focusedId = useKeptCard(scroller, rows);
  const order = useOrder(rows, scroller);
  const rowPx = useRowHeight();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const focused = rows.findIndex((row) => row.id === focusedId.current);
      return focused < 0 || indexes.includes(focused) ? indexes : [...indexes, focused].sort((a, b) => a - b);
    },
  });
  if (rows.length === 0) return <>{empty}</>;
  const focusable = rows.some((row) => row.id === focusedId.current) ? focusedId.current : rows[0]?.id;
  return (
    <div className="surface flex min-h-0 flex-1 flex-col overflow-hidden" data-column="grid" {...handlers}>
      {waiting > 0 && (
        <div className="flex border-b border-border bg-sunken px-2 py-1">
          <NewOnes
            count={waiting}
            onShow={() => {
              rearrange();
              scroller.current?.scrollTo({ top: 0 });
            }}
          />
        </div>
      )}
      <div
        ref={scroller}
        role="grid"
        aria-label="Incidents"
        aria-rowcount={rows.length + 1}
        aria-colcount={11}
        aria-multiselectable="true"
        tabIndex={-1}
        className={clsx('incident-grid min-h-0 flex-1 overflow-auto outline-none', isStale && 'board-stale')}
        onKeyDown={(event) =>
          moveInGrid(event, {
            order: order(),
            pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 2),
            focusRow: (id) => {
              const index = rows.findIndex((row) => row.id === id);
              focusedId.current = id;
              virtualizer.scrollToIndex(index);
              requestAnimationFrame(() =>
                scroller.current?.querySelector<HTMLElement>(`[data-incident="${CSS.escape(id)}"]`)?.focus(),
              );
            },
          })
        }
      >
        <GridHead
          sort={sort}
          onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: next }), replace: true })}
        />
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined || row.kind === 'GROUP') return null;
            return (
              <GridRow
                key={item.key}
                row={row}
                rowIndex={item.index + 2}
                top={item.start}
                isFocusable={row.id === focusable}
                order={order}
                disabledReason={disabledReason}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
