import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { formatCount } from '../../components/formatNumber.ts';
import { toggleClass } from '../../forms/toggleClass.ts';
import { RehearsalReportView } from './RehearsalReportView.tsx';
import { type Rehearsal, useRehearsal } from './useRehearsal.ts';

interface RehearsalPanelProps {
  /** The draft as YAML. */
  readonly document: string;
}

const ranges = [
  { days: 1, words: '24 hours' },
  { days: 7, words: '7 days' },
  { days: 30, words: '30 days' },
] as const;

/** What a draft would have made of the last days, before it decides anything. */
export function RehearsalPanel({ document }: RehearsalPanelProps) {
  const [days, setDays] = useState(7);
  const { rehearsal, start, cancel } = useRehearsal();
  const words = ranges.find((range) => range.days === days)?.words ?? '';
  return (
    <section aria-label="Rehearsal" className="surface flex flex-col gap-3 p-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="text-14 font-semibold">Rehearse it</h3>
          <p className="text-12 text-muted">
            The signals that were received are decided again by this draft, with what people did. Nothing is written,
            nobody is told.
          </p>
        </div>
        <ToggleButtonGroup
          aria-label="On the last"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[String(days)]}
          onSelectionChange={(keys) => setDays(ranges.find((range) => keys.has(String(range.days)))?.days ?? 7)}
          className="flex gap-1"
        >
          {ranges.map((range) => (
            <ToggleButton key={range.days} id={String(range.days)} className={toggleClass}>
              {range.words}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {rehearsal.kind === 'RUNNING' ? (
          <Button onPress={cancel}>Cancel</Button>
        ) : (
          <Button onPress={() => start(document, days)}>Rehearse on the last {words}</Button>
        )}
      </div>
      {rehearsal.kind === 'RUNNING' && <Progress rehearsal={rehearsal} />}
      {rehearsal.kind === 'FAILED' && (
        <ErrorNotice
          title="The rehearsal did not run."
          detail={rehearsal.message}
          onRetry={() => start(document, rehearsal.days)}
        />
      )}
      {rehearsal.kind === 'DONE' && (
        <>
          {rehearsal.document !== document && (
            <p role="status" className="field-problem">
              The draft was changed since: rehearse it again.
            </p>
          )}
          <RehearsalReportView report={rehearsal.report} days={rehearsal.days} />
        </>
      )}
    </section>
  );
}

function Progress({ rehearsal }: { readonly rehearsal: Extract<Rehearsal, { kind: 'RUNNING' }> }) {
  const { done, total, ratePerSecond } = rehearsal;
  return (
    <div className="flex flex-col gap-1">
      <progress
        aria-label="Rehearsal"
        className="policy-progress"
        {...(total > 0 ? { value: Math.min(done, total), max: total } : {})}
      />
      <p className="text-12 text-muted">
        {total === 0
          ? 'Looking for the signals'
          : `${formatCount(done)} of ${formatCount(total)} signals, ${formatCount(ratePerSecond)} a second`}
      </p>
    </div>
  );
}
