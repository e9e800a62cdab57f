import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount, formatPercent } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { type LearnedGroup, useLearnedGroups } from './useLearnedGroups.ts';

const pairsAtFirst = 3;

/** What was learned to belong together, and why. */
export function LearnedView() {
  const { groups, error, retry } = useLearnedGroups();
  if (error !== undefined && groups === undefined) {
    return <FailureNotice title="What was learned could not be loaded." error={error} onRetry={retry} />;
  }
  if (groups === undefined) return <ListSkeleton rows={3} />;
  return (
    <>
      <p className="max-w-prose text-13 text-muted">
        Services that fire at the same time much more often than chance would have it. While the policy groups by what
        is learned, their alerts become one incident. The share says how often they fired together of how often they
        could have.
      </p>
      <ul aria-label="Learned groups" className="surface divide-y divide-border">
        {groups.map((group) => (
          <GroupItem key={group.services.join('\n')} group={group} />
        ))}
        {groups.length === 0 && (
          <li>
            <EmptyState title="Nothing was learned yet">
              It takes signals of several services that fire together a few times, while the policy has `grouping: by:
              learned`.
            </EmptyState>
          </li>
        )}
      </ul>
    </>
  );
}

function GroupItem({ group }: { readonly group: LearnedGroup }) {
  const rest = group.pairs.slice(pairsAtFirst);
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2.5 text-13">
      <p className="font-semibold">
        {group.services.map((service, place) => (
          <span key={service}>
            {place > 0 && ', '}
            <HostileText text={service} />
          </span>
        ))}
      </p>
      <Pairs pairs={group.pairs.slice(0, pairsAtFirst)} />
      {rest.length > 0 && (
        <details>
          <summary className="min-h-6 text-12 text-muted">
            {rest.length === 1 ? '1 more pair' : `${formatCount(rest.length)} more pairs`}
          </summary>
          <Pairs pairs={rest} />
        </details>
      )}
    </li>
  );
}

function Pairs({ pairs }: { readonly pairs: LearnedGroup['pairs'] }) {
  return (
    <ul className="flex flex-col gap-1">
      {pairs.map(({ service, other, together, share }) => (
        <li key={`${service} ${other}`} className="flex flex-wrap items-center gap-x-3 text-muted">
          <span className="w-14 text-right font-semibold text-text">{formatPercent(share)}</span>
          <span aria-hidden="true" className="h-1.5 w-24 overflow-hidden rounded-full bg-hover">
            <span className="block h-full bg-muted" style={{ width: `${share * 100}%` }} />
          </span>
          <span>
            <HostileText text={service} /> and <HostileText text={other} />, together{' '}
            {formatCount(Math.round(together))} times
          </span>
        </li>
      ))}
    </ul>
  );
}
