import { Button } from '../components/Button.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { Section } from '../components/Section.tsx';
import { AlertItem } from './AlertItem.tsx';
import type { IncidentDetail } from './IncidentDetail.ts';

interface AlertsSectionProps {
  readonly alerts: IncidentDetail['alerts'];
  readonly firingAlertCount: number;
  /** Undefined when all that can be shown is shown. */
  readonly onShowMore: (() => void) | undefined;
}

export function AlertsSection({ alerts, firingAlertCount, onShowMore }: AlertsSectionProps) {
  const { nodes, totalCount } = alerts;
  const hidden = totalCount - nodes.length;
  return (
    <Section
      title="Alerts"
      aside={`${formatCount(firingAlertCount)} of ${formatCount(totalCount)} firing`}
      className="divide-y divide-border"
    >
      {nodes.length === 0 ? (
        <p className="p-3 text-13 text-muted">This incident has no alerts.</p>
      ) : (
        <ul className="divide-y divide-border">
          {nodes.map((alert) => (
            <AlertItem key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p className="flex items-center justify-between gap-3 px-3 py-2 text-12 text-muted">
          {formatCount(hidden)} more, seen longer ago
          {onShowMore !== undefined && (
            <Button size="small" onPress={onShowMore}>
              Show more
            </Button>
          )}
        </p>
      )}
    </Section>
  );
}
