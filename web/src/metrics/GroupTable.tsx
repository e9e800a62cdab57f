import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact, formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { severities } from '../components/severity.ts';
import { BehindLink } from './BehindLink.tsx';
import type { GroupRow, Sort, SortColumn } from './groupRows.ts';
import { Sparkline } from './Sparkline.tsx';

interface GroupTableProps {
  /** Of the first column. */
  readonly heading: string;
  readonly rows: readonly GroupRow[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly hasCourse: boolean;
}

const columns: readonly { readonly column: SortColumn; readonly name: string; readonly className?: string }[] = [
  { column: 'opened', name: 'Opened' },
  { column: 'mtta', name: 'MTTA' },
  { column: 'mttaP90', name: 'p90', className: 'max-md:hidden' },
  { column: 'mttr', name: 'MTTR' },
  { column: 'mttrP90', name: 'p90', className: 'max-md:hidden' },
  { column: 'reopened', name: 'Reopened', className: 'max-xl:hidden' },
  { column: 'escalated', name: 'Escalated', className: 'max-xl:hidden' },
];
const fullNames: Partial<Record<SortColumn, string>> = {
  mttaP90: '90th percentile of the time to acknowledge',
  mttrP90: '90th percentile of the time to resolve',
};

/** More are shown when they are asked for. */
const rowsAtFirst = 12;

const cell = 'px-3 py-1.5 text-13 text-right whitespace-nowrap';

export function GroupTable({ heading, rows, sort, onSort, hasCourse }: GroupTableProps) {
  const shared = { sort, onSort } as const;
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, rowsAtFirst);
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">Figures by {heading.toLowerCase()}</caption>
        <thead>
          <tr className="border-b border-border">
            <SortHeading {...shared} column="name" name={heading} isFirst />
            {hasCourse && (
              <th scope="col" className="px-3 text-left text-12 font-semibold text-muted max-sm:hidden">
                Course
              </th>
            )}
            {columns.map(({ column, name, className = '' }) => (
              <SortHeading key={column} {...shared} column={column} name={name} className={className} />
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {shown.map((row) => (
            <GroupTableRow
              key={`${row.part.value === null ? 'none' : 'some'} ${row.name}`}
              row={row}
              hasCourse={hasCourse}
            />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <div className="flex justify-center border-t border-border p-2">
          <Button size="small" variant="quiet" onPress={() => setShowsAll(true)}>
            Show all {formatCount(rows.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function GroupTableRow({ row, hasCourse }: { readonly row: GroupRow; readonly hasCourse: boolean }) {
  const { part, name, course } = row;
  const severity = part.kind === 'severity' ? severities.find((each) => each === part.value) : undefined;
  const seconds = (value: number | null) => (value === null ? '–' : formatDuration(value));
  const link = (figure: 'opened' | 'mtta' | 'mttr' | 'reopened' | 'escalated', text: string) => (
    <BehindLink behind={{ figure, status: 'recorded', part }}>{text}</BehindLink>
  );
  return (
    <tr className="hover:bg-hover">
      <th scope="row" className="w-full max-w-0 min-w-36 truncate px-3 py-1.5 text-left text-13 font-semibold">
        {severity === undefined ? (
          <span className={part.value === null ? 'font-normal text-muted' : ''}>
            <HostileText text={name} />
          </span>
        ) : (
          <SeverityBadge severity={severity} variant="plain" />
        )}
      </th>
      {hasCourse && (
        <td className="px-3 py-1 max-sm:hidden">{course !== undefined && <Sparkline values={course} />}</td>
      )}
      <td className={cell}>{link('opened', formatCompact(row.opened))}</td>
      <td className={cell}>{link('mtta', seconds(row.mtta.meanSeconds))}</td>
      <td className={`${cell} text-muted max-md:hidden`}>{link('mtta', seconds(row.mtta.p90Seconds))}</td>
      <td className={cell}>{link('mttr', seconds(row.mttr.meanSeconds))}</td>
      <td className={`${cell} text-muted max-md:hidden`}>{link('mttr', seconds(row.mttr.p90Seconds))}</td>
      <td className={`${cell} max-xl:hidden`}>{link('reopened', formatCompact(row.reopened))}</td>
      <td className={`${cell} max-xl:hidden`}>{link('escalated', formatCompact(row.escalated))}</td>
    </tr>
  );
}

interface SortHeadingProps {
  readonly column: SortColumn;
  readonly name: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly isFirst?: boolean;
  readonly className?: string;
}

function SortHeading({ column, name, sort, onSort, isFirst = false, className = '' }: SortHeadingProps) {
  const isSorted = sort.column === column;
  const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
      className={`px-1 text-12 font-semibold ${isFirst ? 'text-left' : 'text-right'} ${className}`}
    >
      <button
        type="button"
        title={fullNames[column]}
        // Names begin at A, figures with the largest.
        onClick={() => onSort({ column, isDescending: isSorted ? !sort.isDescending : column !== 'name' })}
        className={`inline-flex h-8 items-center gap-1 rounded-md px-2 whitespace-nowrap hover:bg-hover ${isSorted ? 'text-text' : 'text-muted'}`}
      >
        {name}
        {fullNames[column] !== undefined && <span className="sr-only"> ({fullNames[column]})</span>}
        {isSorted && <Arrow size={12} aria-hidden="true" />}
      </button>
    </th>
  );
}
