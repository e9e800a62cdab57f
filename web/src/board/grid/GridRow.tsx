// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus for its cells
// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid are placed by transforms, which rows of a table do not take
import { clsx } from 'clsx';
import { memo } from 'react';
import { formatCompact } from '../../components/formatNumber.ts';
import { HostileText } from '../../components/HostileText.tsx';
import { SeverityBadge } from '../../components/SeverityBadge.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { IncidentLink } from '../../incident/IncidentLink.tsx';
import { SelectBox } from '../../selection/SelectBox.tsx';
import { useSelected } from '../../selection/SelectionContext.tsx';
import { CardActions } from '../CardActions.tsx';
import { ChangeMark, ChangeWash } from '../ChangeMark.tsx';
import type { ColumnRow } from '../columnRow.ts';
import { SignalSparkline } from '../SignalSparkline.tsx';
import { AgeAgainstTarget } from './AgeAgainstTarget.tsx';

interface GridRowProps {
  readonly row: Exclude<ColumnRow, { kind: 'GROUP' }>;
  /** Among all rows, the heading being 1. */
  readonly rowIndex: number;
  readonly top: number;
  /** One row of the grid is in the order of Tab. */
  readonly isFocusable: boolean;
  readonly order: () => readonly string[];
  readonly disabledReason: string | undefined;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, rowIndex, top, isFocusable, order, disabledReason } = props;
  const isSelected = useSelected(({ ids }) => ids.has(row.id));
  const position = { transform: `translateY(${top}px)` };
  if (row.kind === 'GONE') {
    return (
      <div role="row" aria-rowindex={rowIndex} className="grid-row grid-row-placed text-12 text-muted" style={position}>
        <span role="gridcell" className="col-span-full px-3">
          No longer here
        </span>
      </div>
    );
  }
  const { incident } = row;
  const { id, number, title, service, severity, status, stress, signalCount } = incident;
  const owner = incident.assignee ?? (status === 'RESOLVED' ? incident.resolvedBy : incident.acknowledgedBy);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      aria-label={`#${number} ${title}`}
      aria-busy={incident.pending?.confirmedAtMs === null}
      data-incident={id}
      data-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      className={clsx('grid-row grid-row-placed reveals-times', status === 'RESOLVED' && 'text-muted')}
      style={position}
    >
      <span role="gridcell" className="grid-cell relative">
        <ChangeWash mark={incident.mark} />
        <SelectBox id={id} number={number} order={order} tabIndex={isFocusable ? 0 : -1} />
      </span>
      <span role="gridcell" className="grid-cell">
        <SeverityBadge severity={severity} />
      </span>
      <span role="gridcell" className="grid-cell text-muted">
        #{number}
      </span>
      <span role="gridcell" className="grid-cell flex min-w-0 items-center gap-2">
        <IncidentLink
          number={number}
          title={title}
          tabIndex={isFocusable ? 0 : -1}
          className="min-w-0 truncate font-semibold text-text no-underline hover:underline"
        >
          <HostileText text={title} />
        </IncidentLink>
        <ChangeMark mark={incident.mark} />
      </span>
      <span role="gridcell" className="grid-cell grid-service truncate">
        <HostileText text={service} />
      </span>
      <span role="gridcell" className="grid-cell">
        <StatusBadge status={status} />
      </span>
      <span role="gridcell" className="grid-cell grid-stress text-right">
        {Math.round(stress)}
      </span>
      <span role="gridcell" className="grid-cell">
        <AgeAgainstTarget incident={incident} />
      </span>
      <span role="gridcell" className="grid-cell grid-owner truncate">
        {owner === null ? <span className="text-muted">nobody</span> : <HostileText text={owner} />}
      </span>
      <span role="gridcell" className="grid-cell grid-signals flex items-center justify-end gap-2">
        <SignalSparkline incident={incident} />
        {formatCompact(signalCount)}
      </span>
      <span role="gridcell" className="grid-cell grid-actions">
        <CardActions incident={incident} disabledReason={disabledReason} isTabStop={isFocusable} />
      </span>
    </div>
  );
});
