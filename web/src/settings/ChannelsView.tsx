import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/EmptyState.tsx';
import { ExternalLink } from '../components/ExternalLink.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { HostileText } from '../components/HostileText.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { usePolicyOverview } from './usePolicyOverview.ts';

/** Where the policy in force sends what. */
export function ChannelsView() {
  const { overview, version, error, retry } = usePolicyOverview();
  if (error !== undefined && overview === undefined) {
    return <FailureNotice title="The policy could not be loaded." error={error} onRetry={retry} />;
  }
  if (overview === undefined) return <ListSkeleton rows={2} />;
  return (
    <>
      <p className="text-13 text-muted">
        Targets are part of the policy: version {version}, in force, has these.{' '}
        <Link to="/policies" search={{ edit: String(version) }} className="underline underline-offset-2">
          Change them in a draft
        </Link>
      </p>
      <ul aria-label="Targets" className="surface divide-y divide-border">
        {overview.channels.map(({ name, channel, url, isSigned, uses }) => (
          <li key={name} className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2.5 text-13">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-semibold">
                <HostileText text={name} /> <span className="font-normal text-muted">· {channel}</span>
              </p>
              {url !== null && <ExternalLink href={url} className="text-12" />}
              {url !== null && (
                <p className="text-12 text-muted">
                  {isSigned ? 'Signed with a secret' : 'Not signed: give it a secret'}
                </p>
              )}
            </div>
            <ul className="min-w-0 flex-1 basis-56 text-muted">
              {uses.map((use) => (
                <li key={use}>{use}</li>
              ))}
              {uses.length === 0 && <li>Nothing is sent to it</li>}
            </ul>
          </li>
        ))}
        {overview.channels.length === 0 && (
          <li>
            <EmptyState title="The policy has no targets">Nobody is told of incidents but by the board.</EmptyState>
          </li>
        )}
      </ul>
    </>
  );
}
