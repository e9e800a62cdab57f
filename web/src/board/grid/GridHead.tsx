// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus for its cells
// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid are placed by transforms, which rows of a table do not take
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type GridSort, type SortColumn, sortAfter } from './gridSort.ts';

interface GridHeadProps {
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort | undefined) => void;
}

interface Heading {
  readonly words: string;
  readonly sort?: SortColumn;
  readonly className?: string;
}

const headings: readonly Heading[] = [
  { words: 'Severity' },
  { words: 'No.', sort: 'number' },
  { words: 'Title' },
  { words: 'Service', sort: 'service', className: 'grid-service' },
  { words: 'Status' },
  { words: 'Stress', sort: 'stress', className: 'grid-stress' },
  { words: 'Age against target', sort: 'age' },
  { words: 'Owner', className: 'grid-owner' },
  { words: 'Signals', sort: 'signals', className: 'grid-signals' },
];

export function GridHead({ sort, onSort }: GridHeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20 bg-surface">
      <div role="row" aria-rowindex={1} className="grid-row border-b border-border text-12 font-semibold text-muted">
        <span role="columnheader" className="grid-cell">
          <span className="sr-only">Select</span>
        </span>
        {headings.map(({ words, sort: column, className = '' }) => (
          <span
            key={words}
            role="columnheader"
            tabIndex={-1}
            aria-sort={
              sort === column && column !== undefined ? 'ascending' : sort === `-${column}` ? 'descending' : undefined
            }
            className={`grid-cell ${className}`}
          >
            {column === undefined ? (
              words
            ) : (
              <button
                type="button"
                onClick={() => onSort(sortAfter(sort, column))}
                className="inline-flex min-h-6 cursor-default items-center gap-1 rounded-[4px] hover:text-text"
              >
                {words}
                {sort === column && <ArrowDown size={12} aria-hidden="true" />}
                {sort === `-${column}` && <ArrowUp size={12} aria-hidden="true" />}
              </button>
            )}
          </span>
        ))}
        <span role="columnheader" className="grid-cell">
          <span className="sr-only">Actions</span>
        </span>
      </div>
    </div>
  );
}
