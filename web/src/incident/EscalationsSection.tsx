import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { Section } from '../components/Section.tsx';
import type { IncidentDetail } from './IncidentDetail.ts';

interface EscalationsSectionProps {
  readonly escalations: IncidentDetail['escalations'];
  readonly nextEscalationAt: string | null;
}

/** The policy numbers its steps from 1; 0 is the rule for the system as a whole. */
function stepName(step: number): string {
  return step === 0 ? 'Systemic' : `Step ${step}`;
}

export function EscalationsSection({ escalations, nextEscalationAt }: EscalationsSectionProps) {
  return (
    <Section
      title="Escalations"
      aside={
        nextEscalationAt !== null && (
          <>
            next <RelativeTime at={nextEscalationAt} align="end" />
          </>
        )
      }
    >
      {escalations.length === 0 ? (
        <p className="p-3 text-13 text-muted">None so far.</p>
      ) : (
        <ol className="divide-y divide-border">
          {escalations.map((escalation) => (
            <li key={escalation.id} className="px-3 py-2.5">
              <p className="flex items-baseline justify-between gap-3 text-13">
                <b className="font-semibold">{stepName(escalation.step)}</b>
                <RelativeTime at={escalation.at} align="end" className="text-12 text-muted" />
              </p>
              <p className="text-13">
                <HostileText text={escalation.reason} />
              </p>
              <p className="mt-0.5 text-12 text-muted">
                <HostileText text={escalation.factor} />
                {escalation.targets.length > 0 && (
                  <>
                    {' → '}
                    <HostileText text={escalation.targets.join(', ')} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
