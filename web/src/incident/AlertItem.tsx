import { clsx } from 'clsx';
import { ExternalLink } from '../components/ExternalLink.tsx';
import { formatCount, formatReading } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { StatusIcon } from '../components/StatusBadge.tsx';
import type { IncidentAlert } from './IncidentDetail.ts';
import { readingState } from './readingState.ts';

type Reading = IncidentAlert['metrics'][number];

function ReadingText({ reading }: { readonly reading: Reading }) {
  const state = readingState(reading);
  return (
    <li className="text-12">
      <HostileText text={reading.name} className="text-muted" />{' '}
      <b className="font-semibold">
        {formatReading(reading.value)}
        {reading.unit !== null && (
          <>
            {' '}
            <HostileText text={reading.unit} />
          </>
        )}
      </b>
      {state !== undefined && <span className="text-muted"> {state}</span>}
    </li>
  );
}

interface AlertItemProps {
  readonly alert: IncidentAlert;
}

export function AlertItem({ alert }: AlertItemProps) {
  const isFiring = alert.state === 'FIRING';
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className={clsx('inline-flex items-center gap-1.5 text-12 font-semibold', !isFiring && 'text-muted')}>
          <StatusIcon status={isFiring ? 'OPEN' : 'RESOLVED'} className="self-center" />
          {isFiring ? 'Firing' : 'Resolved'}
        </span>
        <HostileText text={alert.title} className="min-w-0 flex-1 basis-56 text-13 font-semibold" />
        <span className="text-12 text-muted">
          {formatCount(alert.signalCount)} {alert.signalCount === 1 ? 'signal' : 'signals'} · last{' '}
          <RelativeTime at={alert.lastSeenAt} align="end" />
        </span>
      </div>
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-12 text-muted">
        <span>
          <HostileText text={alert.source} /> · <HostileText text={alert.service} />
        </span>
        {alert.url !== null && <ExternalLink href={alert.url} />}
      </p>
      {alert.metrics.length > 0 && (
        <ul aria-label="Last values" className="flex flex-wrap gap-x-4 gap-y-0.5">
          {alert.metrics.map((reading) => (
            <ReadingText key={reading.name} reading={reading} />
          ))}
        </ul>
      )}
      {alert.labels.length > 0 && (
        <ul aria-label="Labels" className="flex flex-wrap gap-1">
          {alert.labels.map((label) => (
            <li key={label.name} className="rounded-[4px] border border-border px-1.5 font-mono text-12 text-muted">
              <HostileText text={label.name} />=<HostileText text={label.value} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
