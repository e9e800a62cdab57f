import { Link, type LinkProps } from '@tanstack/react-router';
import { clsx } from 'clsx';

export interface ViewLink {
  readonly label: string;
  readonly to: LinkProps['to'];
  readonly search: Readonly<Record<string, string | undefined>>;
  readonly isCurrent: boolean;
  /** Shown beside the label; left out while it is not known. */
  readonly count?: number | undefined;
}

interface ViewLinksProps {
  /** What is chosen with them. */
  readonly label: string;
  readonly links: readonly ViewLink[];
  /** `large` for the views of a page, `small` for a choice within one. */
  readonly size?: 'large' | 'small';
}

/** Links between the views of a page: each has an address of its own. */
export function ViewLinks({ label, links, size = 'large' }: ViewLinksProps) {
  return (
    <nav aria-label={label} className={clsx('flex flex-wrap gap-1', size === 'large' && 'border-b border-border')}>
      {links.map(({ label: words, to, search, isCurrent, count }) => (
        <Link
          key={words}
          to={to}
          search={search as never}
          aria-current={isCurrent ? 'true' : undefined}
          activeProps={{}}
          className={clsx(
            'flex items-center gap-1.5 text-13 no-underline text-muted hover:text-text',
            size === 'large'
              ? '-mb-px h-9 border-b-2 border-transparent px-3 font-semibold'
              : 'h-7 rounded-md border border-transparent px-2 hover:bg-hover',
            isCurrent &&
              (size === 'large' ? 'border-b-text! text-text!' : 'border-border! bg-surface font-semibold text-text!'),
          )}
        >
          {words}
          {count !== undefined && (
            <span className="min-w-5 rounded-full bg-hover px-1.5 text-center text-12 font-normal text-muted">
              {count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
