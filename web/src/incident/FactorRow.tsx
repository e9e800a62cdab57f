import { clsx } from 'clsx';
import type { Severity } from '../__generated__/operations.ts';
import { formatReading, formatScore } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import type { FactorBar } from './factorBars.ts';
import { ScoreTrack } from './ScoreTrack.tsx';

interface FactorRowProps {
  readonly bar: FactorBar;
  readonly severity: Severity;
}

/** One reason: what was seen, what it was compared with, and how much of the score it made. */
export function FactorRow({ bar, severity }: FactorRowProps) {
  const { factor, shownContribution, start, width, lowers } = bar;
  const counts = factor.contribution !== 0;
  return (
    <li className="factor-row py-2">
      <span className="min-w-0">
        <HostileText text={factor.name} className={clsx('text-13 font-semibold', !counts && 'text-muted')} />
        {factor.note !== null && factor.note !== '' && (
          <span className="block text-12 text-muted">
            <HostileText text={factor.note} />
          </span>
        )}
      </span>
      <span className="text-12 text-muted">
        {factor.value === null ? (
          'no value'
        ) : (
          <>
            <span className="sr-only">value </span>
            <b className="font-semibold text-text">{formatReading(factor.value)}</b>
          </>
        )}
        {factor.threshold !== null && <> threshold {formatReading(factor.threshold)}</>}
        <span className="@max-[640px]:ml-2 @min-[640px]:block">weight {formatReading(factor.weight)}</span>
      </span>
      <ScoreTrack start={start} width={width} severity={severity} lowers={lowers} />
      <span className={clsx('text-right text-13 font-semibold', !counts && 'text-muted')}>
        <span className="sr-only">contribution </span>
        {lowers ? '−' : '+'}
        {formatScore(Math.abs(shownContribution))}
      </span>
    </li>
  );
}
