import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { SignalSource } from './LastSignal.tsx';
import type { Way } from './ways.ts';

interface WayListProps {
  readonly ways: readonly Way[];
  readonly selected: string;
  readonly sources: readonly SignalSource[];
}

/** Every way in; those that were heard of late are marked. */
export function WayList({ ways, selected, sources }: WayListProps) {
  return (
    <nav aria-label="Ways in" className="surface overflow-clip">
      <ul className="divide-y divide-border max-lg:flex max-lg:divide-y-0 max-lg:overflow-x-auto">
        {ways.map(({ id, title, source }) => (
          <li key={id} className="max-lg:shrink-0">
            <Link
              to="/integrations"
              search={{ way: id }}
              aria-current={id === selected ? 'true' : undefined}
              activeProps={{}}
              resetScroll={false}
              className={clsx(
                'flex min-h-9 items-center gap-2 border-l-3 border-l-transparent px-3 text-13 text-text no-underline hover:bg-hover focus-visible:outline-offset-[-2px]',
                id === selected && 'border-l-text! bg-hover font-semibold',
              )}
            >
              {title}
              {sources.some((each) => each.source === source) && (
                <span className="ml-auto rounded-full border border-border px-1.5 text-12 font-normal text-muted">
                  heard
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
