import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { GoneCard } from './GoneCard.tsx';
import type { ColumnRow } from './heldOrder.ts';
import { IncidentCard } from './IncidentCard.tsx';

/** More rows than these are virtualised. */
const plainBound = 200;
/** A card and the gap below it, at the default text size. */
const rowPx = 110;

interface CardListProps {
  readonly rows: readonly ColumnRow[];
  readonly disabledReason: string | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The incident that has the focus: its card stays rendered however far it is scrolled away. */
  readonly focusedId: RefObject<string | null>;
}

export function CardList(props: CardListProps) {
  if (props.rows.length > plainBound) return <VirtualCards {...props} />;
  return (
    <ul className="flex flex-col gap-2 p-px">
      {props.rows.map((row) => (
        <li key={row.id}>
          <Row row={row} disabledReason={props.disabledReason} />
        </li>
      ))}
    </ul>
  );
}

function VirtualCards({ rows, disabledReason, scroller, focusedId }: CardListProps) {
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 4,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const focused = rows.findIndex((row) => row.id === focusedId.current);
      return focused < 0 || indexes.includes(focused) ? indexes : [...indexes, focused].sort((a, b) => a - b);
    },
  });
  return (
    <ul className="relative p-px" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (row === undefined) return null;
        return (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            className={clsx('absolute inset-x-px top-px pb-2')}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Row row={row} disabledReason={disabledReason} />
          </li>
        );
      })}
    </ul>
  );
}

function Row({ row, disabledReason }: { readonly row: ColumnRow; readonly disabledReason: string | undefined }) {
  if (row.kind === 'GONE') return <GoneCard id={row.id} />;
  return <IncidentCard incident={row.incident} disabledReason={disabledReason} />;
}
