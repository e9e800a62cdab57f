import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { PolicyVersionsQuery } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';

interface VersionListProps {
  readonly policies: PolicyVersionsQuery['policies'];
  /** The version that is shown. */
  readonly selected: number;
  /** Undefined when all are shown. */
  readonly onMore: (() => void) | undefined;
}

/** Every version, newest first. */
export function VersionList({ policies, selected, onMore }: VersionListProps) {
  return (
    <nav aria-label="Versions" className="flex min-w-0 flex-col gap-2">
      <ul className="surface max-h-[70vh] divide-y divide-border overflow-y-auto max-lg:max-h-56">
        {policies.nodes.map(({ version, name, active, createdBy, createdAt, note }) => (
          <li key={version}>
            <Link
              to="/policies"
              search={active ? {} : { version: String(version) }}
              aria-current={version === selected ? 'true' : undefined}
              activeProps={{}}
              className={clsx(
                'reveals-times block border-l-3 border-l-transparent px-3 py-2 text-13 text-text no-underline hover:bg-hover focus-visible:outline-offset-[-2px]',
                version === selected && 'border-l-text! bg-hover',
              )}
            >
              <span className="flex items-center gap-2">
                <span className="font-semibold">Version {version}</span>
                {active && <ActiveMark />}
              </span>
              <span className="block truncate">
                {note === null ? <HostileText text={name} /> : <HostileText text={note} />}
              </span>
              <span className="block truncate text-12 text-muted">
                <HostileText text={createdBy} /> · <RelativeTime at={createdAt} focusable={false} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {onMore !== undefined && (
        <Button size="small" onPress={onMore}>
          Show more
        </Button>
      )}
    </nav>
  );
}

export function ActiveMark() {
  return <span className="rounded-[4px] bg-accent px-1.5 text-12 font-semibold text-on-accent">in force</span>;
}
