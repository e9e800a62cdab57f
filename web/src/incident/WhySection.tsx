import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useMemo } from 'react';
import { formatScore } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { Section } from '../components/Section.tsx';
import { severityText, severityWord } from '../components/severity.ts';
import { FactorRow } from './FactorRow.tsx';
import { factorBars } from './factorBars.ts';
import type { IncidentDecision } from './IncidentDetail.ts';
import { ScoreTrack } from './ScoreTrack.tsx';

interface WhySectionProps {
  readonly decision: IncidentDecision;
}

/** The severity factor by factor. Each bar begins where the last one ended: together they reach the score. */
export function WhySection({ decision }: WhySectionProps) {
  const { factors, score, severity, reason, policyVersion } = decision;
  const { bars, total } = useMemo(() => factorBars(factors, score), [factors, score]);
  return (
    <Section
      title="Why this severity"
      aside={
        <Link to="/policies" search={{ version: String(policyVersion) }}>
          policy version {policyVersion}
        </Link>
      }
      className="px-3 pt-3"
    >
      <p className="text-14">
        <HostileText text={reason} />
      </p>
      {bars.length === 0 ? (
        <p className="py-2 text-13 text-muted">This decision was stored without its factors.</p>
      ) : (
        <ul className="mt-2 divide-y divide-border border-t border-border">
          {bars.map((bar, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and a decision's factors never change places
            <FactorRow key={index} bar={bar} severity={severity} />
          ))}
        </ul>
      )}
      <p className="factor-row border-t border-border-strong py-2">
        <span className="text-13 font-semibold">
          Score <span className="sr-only">{formatScore(score)}</span>
        </span>
        <span className={clsx('text-13 font-semibold', severityText[severity])}>{severityWord[severity]}</span>
        <ScoreTrack {...total} severity={severity} />
        <span aria-hidden="true" className="text-right text-14 font-semibold">
          {formatScore(score)}
        </span>
      </p>
    </Section>
  );
}
