import { useQuery } from '@apollo/client/react';
import { clsx } from 'clsx';
import { MaintenancePreviewDocument, type MaintenanceScheduleInput } from '../__generated__/operations.ts';
import { describeError } from '../components/describeError.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { useSettled } from '../forms/useSettled.ts';
import { formatOpening } from './formatOpening.ts';

interface OpeningsPreviewProps {
  /** Null while it is not filled in. */
  readonly schedule: MaintenanceScheduleInput | null;
}

const pauseMs = 300;

/** When the window would open next, by the server's own reckoning. */
export function OpeningsPreview({ schedule }: OpeningsPreviewProps) {
  const typed = schedule === null ? '' : JSON.stringify(schedule);
  const settled = useSettled(typed, pauseMs);
  const asked: MaintenanceScheduleInput | null = settled === '' ? null : JSON.parse(settled);
  const { data, previousData, error, loading, refetch } = useQuery(MaintenancePreviewDocument, {
    variables: { schedule: asked ?? { from: '', until: '' } },
    skip: asked === null,
    fetchPolicy: 'no-cache',
  });
  const isAsking = typed !== settled || loading;
  const preview = schedule === null ? undefined : (data ?? previousData)?.maintenancePreview;
  const timeZone = schedule?.timeZone ?? 'UTC';
  return (
    <section
      aria-label="When it opens"
      aria-busy={isAsking}
      className="flex min-h-44 min-w-0 flex-col gap-2 rounded-md border border-border bg-sunken p-3 text-13"
    >
      <p className="font-semibold">Opens next</p>
      {error !== undefined && (
        <ErrorNotice
          title="It could not be asked."
          detail={describeError(error).detail}
          onRetry={() => void refetch().catch(() => undefined)}
        />
      )}
      {preview?.userErrors.map(({ message }) => (
        <p key={message} className="field-problem">
          {message}
        </p>
      ))}
      {preview !== undefined && preview.userErrors.length === 0 && preview.occurrences.length === 0 && (
        <p className="text-muted">Never: all of its openings are past.</p>
      )}
      <ol className={clsx('flex flex-col gap-1', isAsking && 'opacity-60')}>
        {preview?.occurrences.map((opening) => (
          <li key={opening.from}>{formatOpening(opening, timeZone)}</li>
        ))}
      </ol>
      {schedule === null && (
        <p className="text-muted">Say when it begins and ends: the next openings are shown here.</p>
      )}
      <p className="mt-auto text-12 text-muted">By the clocks of {timeZone}, whatever daylight saving time does.</p>
    </section>
  );
}
