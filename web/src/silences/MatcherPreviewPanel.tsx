import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { describeError } from '../components/describeError.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import type { MatcherPreview, useMatcherPreview } from './useMatcherPreview.ts';

type MatcherPreviewPanelProps = ReturnType<typeof useMatcherPreview>;

/** What would be held back now, so that nobody silences more, or less, than they think. */
export function MatcherPreviewPanel({ preview, error, isAsking, retry }: MatcherPreviewPanelProps) {
  return (
    <section
      aria-label="What matches now"
      aria-busy={isAsking}
      className="flex min-h-56 min-w-0 flex-col gap-2 rounded-md border border-border bg-sunken p-3"
    >
      <p className="text-13 font-semibold" aria-live="polite">
        {headline(preview)}
      </p>
      {error !== undefined ? (
        <ErrorNotice title="It could not be asked." detail={describeError(error).detail} onRetry={retry} />
      ) : (
        <ul className={clsx('flex flex-col gap-1.5 text-13', isAsking && 'opacity-60')}>
          {preview?.alerts.map((alert) => (
            <li key={`${alert.dedupKey} ${alert.incidentId}`} className="flex min-w-0 items-center gap-2">
              <SeverityBadge severity={alert.severity} variant="plain" className="w-20 shrink-0" />
              <span className="min-w-0 flex-1 truncate">
                {alert.incidentId === null ? (
                  <HostileText text={alert.title} />
                ) : (
                  <Link to="/incidents/$id" params={{ id: alert.incidentId }} className="text-text">
                    <HostileText text={alert.title} />
                  </Link>
                )}
              </span>
              <span className="max-w-[40%] truncate text-12 text-muted">
                {alert.incidentId === null ? 'held back already' : <HostileText text={alert.service} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {preview !== undefined && preview.count > preview.alerts.length && (
        <p className="text-12 text-muted">and {formatCount(preview.count - preview.alerts.length)} more</p>
      )}
      <p className="mt-auto text-12 text-muted">
        What fires later is held back too, as long as it matches. An end is never held back.
      </p>
    </section>
  );
}

function headline(preview: MatcherPreview | undefined): string {
  if (preview === undefined) return 'Name a label and its value: what matches now is shown here.';
  if (preview.userErrors.length > 0) return preview.userErrors.map(({ message }) => message).join(' ');
  if (preview.count === 0) return 'Nothing that fires now matches.';
  return `${formatCount(preview.count)} ${preview.count === 1 ? 'alert fires now and matches' : 'alerts fire now and match'}`;
}
