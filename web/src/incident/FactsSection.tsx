import type { ReactNode } from 'react';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCount, formatPercent, formatReading } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { Section } from '../components/Section.tsx';
import type { IncidentDetail } from './IncidentDetail.ts';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-muted">{name}</dt>
      <dd className="text-13 font-semibold">{children}</dd>
    </div>
  );
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

interface FactsSectionProps {
  readonly incident: IncidentDetail;
}

/** What to do now, and how pressing it is. */
export function FactsSection({ incident }: FactsSectionProps) {
  const { openedAt, firstAcknowledgedAt, resolvedAt, nextEscalationAt } = incident;
  const lastEscalation = incident.escalations.at(-1);
  return (
    <Section title="Recommended action" className="flex flex-col gap-3 p-3">
      <p className="text-16 font-semibold">
        <HostileText text={incident.recommendedAction} />
      </p>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-t border-border pt-3 @min-[36rem]:grid-cols-4">
        <Fact name="Risk of escalation">{formatPercent(incident.risk)}</Fact>
        <Fact name="Next escalation">
          {nextEscalationAt === null ? 'none due' : <RelativeTime at={nextEscalationAt} />}
        </Fact>
        <Fact name="Last escalation">
          {lastEscalation === undefined ? (
            'none'
          ) : (
            <>
              <HostileText text={lastEscalation.factor} /> <RelativeTime at={lastEscalation.at} />
            </>
          )}
        </Fact>
        <Fact name="Stress">{formatReading(incident.stress)}</Fact>
        <Fact name="Time to acknowledge">
          {firstAcknowledgedAt === null
            ? 'not acknowledged'
            : formatDuration(secondsBetween(openedAt, firstAcknowledgedAt))}
        </Fact>
        <Fact name="Time to resolve">
          {resolvedAt === null ? 'not resolved' : formatDuration(secondsBetween(openedAt, resolvedAt))}
        </Fact>
        <Fact name="Signals">{formatCount(incident.signalCount)}</Fact>
        <Fact name="Last signal">
          <RelativeTime at={incident.lastSignalAt} align="end" />
        </Fact>
      </dl>
    </Section>
  );
}
