import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState } from 'react';
import type { ColumnRow } from './columnRow.ts';
import { GoneCard } from './GoneCard.tsx';
import { IncidentCard } from './IncidentCard.tsx';
import { StormCard } from './StormCard.tsx';
import { useOrder } from './useOrder.ts';

/** A card and the gap below it, at the default text size. */
const rowPx = 110;

interface CardListProps {
  readonly rows: readonly ColumnRow[];
  readonly disabledReason: string | undefined;
  readonly isVirtual: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The incident that has the focus: its card stays rendered however far it is scrolled away. */
  readonly focusedId: RefObject<string | null>;
  readonly onToggleStorm: (id: string) => void;
}

export function CardList(props: CardListProps) {
  if (props.isVirtual) return <VirtualCards {...props} />;
  return <PlainCards {...props} />;
}

interface RowProps {
  readonly row: ColumnRow;
  readonly order: () => readonly string[];
  readonly disabledReason: string | undefined;
  readonly onToggleStorm: (id: string) => void;
}

function PlainCards({ rows, disabledReason, scroller, onToggleStorm }: CardListProps) {
  const order = useOrder(rows, scroller);
  return (
    <ul className="flex flex-col gap-2 p-px">
      {rows.map((row) => (
        <li key={row.id}>
          <Row row={row} order={order} disabledReason={disabledReason} onToggleStorm={onToggleStorm} />
        </li>
      ))}
    </ul>
  );
}

function VirtualCards({ rows, disabledReason, scroller, focusedId, onToggleStorm }: CardListProps) {
  const order = useOrder(rows, scroller);
  // The column around it has its ref only after this was mounted: without another render nothing would be in sight.
  const [scrollElement, setScrollElement] = useState<HTMLDivElement | null>(null);
  useEffect(() => setScrollElement(scroller.current), [scroller]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollElement,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 2,
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
            className="absolute inset-x-px top-px pb-2"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Row row={row} order={order} disabledReason={disabledReason} onToggleStorm={onToggleStorm} />
          </li>
        );
      })}
    </ul>
  );
}

function Row({ row, order, disabledReason, onToggleStorm }: RowProps) {
  switch (row.kind) {
    case 'GONE':
      return <GoneCard id={row.id} />;
    case 'GROUP':
      return <StormCard group={row} disabledReason={disabledReason} onToggle={onToggleStorm} />;
    case 'INCIDENT':
      return (
        <IncidentCard incident={row.incident} inGroup={row.inGroup} order={order} disabledReason={disabledReason} />
      );
  }
}
