import { useNavigate, useSearch } from '@tanstack/react-router';
import { Columns3, Rows3 } from 'lucide-react';
import { memo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { BoardFilters } from './BoardFilters.tsx';
import { FirstHint } from './FirstHint.tsx';
import { PauseButton } from './PauseButton.tsx';

interface BoardToolbarProps {
  /** How many incidents the filters hide. */
  readonly hidden: number;
}

const views = [
  { id: 'columns', words: 'Columns', Icon: Columns3 },
  { id: 'grid', words: 'Grid', Icon: Rows3 },
] as const;

/** What is shown, and how. */
export const BoardToolbar = memo(function BoardToolbar({ hidden }: BoardToolbarProps) {
  const view = useSearch({ from: '/', select: (search) => search.view });
  const navigate = useNavigate({ from: '/' });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <BoardFilters hidden={hidden} />
      <div className="ml-auto flex items-center gap-2">
        <FirstHint />
        <PauseButton />
        <ToggleButtonGroup
          aria-label="View"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view ?? 'columns']}
          onSelectionChange={([key]) =>
            void navigate({ search: (before) => ({ ...before, view: key === 'grid' ? 'grid' : undefined }) })
          }
          className="inline-flex gap-0.5 rounded-md border border-border bg-surface p-0.5"
        >
          {views.map(({ id, words, Icon }) => (
            <ToggleButton
              key={id}
              id={id}
              className="inline-flex h-6 cursor-default items-center gap-1.5 rounded-[4px] px-2 text-12 font-semibold text-muted data-hovered:text-text data-selected:bg-hover data-selected:text-text data-focus-visible:outline-2 data-focus-visible:outline-focus"
            >
              <Icon size={13} aria-hidden="true" />
              <span className="max-sm:sr-only">{words}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
    </div>
  );
});
