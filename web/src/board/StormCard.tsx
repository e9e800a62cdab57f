import { ChevronDown, Layers } from 'lucide-react';
import { memo } from 'react';
import { useIncidentActions } from '../actions/useIncidentActions.ts';
import { Button } from '../components/Button.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import type { ActionKind } from '../live/pendingAction.ts';
import { severityEdge } from './severityEdge.ts';
import type { Unit } from './storm.ts';

interface StormCardProps {
  readonly group: Extract<Unit, { kind: 'GROUP' }>;
  readonly disabledReason: string | undefined;
  readonly onToggle: (id: string) => void;
}

const actions = {
  OPEN: { kind: 'ACKNOWLEDGE', words: 'Acknowledge all' },
  ACKNOWLEDGED: { kind: 'RESOLVE', words: 'Resolve all' },
  RESOLVED: undefined,
} as const satisfies Record<string, { kind: ActionKind; words: string } | undefined>;

/** Many alike, as one: what they are, how many, where, and one button for all of them. */
export const StormCard = memo(function StormCard({ group, disabledReason, onToggle }: StormCardProps) {
  const { performAll } = useIncidentActions();
  const { lead, members, isOpen } = group;
  const services = new Set(members.map(({ service }) => service)).size;
  const oldest = members.map(({ openedAt }) => openedAt).sort()[0] ?? lead.openedAt;
  const all = members.some(({ id }) => id === lead.id) ? members : [lead, ...members];
  const action = actions[lead.status];
  const words = `${formatCount(members.length)} incidents on ${formatCount(services)} ${services === 1 ? 'service' : 'services'}`;
  return (
    <article
      aria-label={`${words}: ${lead.title}`}
      data-incident={group.id}
      tabIndex={-1}
      className={`board-card storm-card surface relative flex flex-col gap-0.5 border-l-[3px] py-1.5 pr-2 pl-2.5 ${severityEdge[lead.severity]}`}
    >
      <div className="flex items-center gap-2 text-12 text-muted">
        <SeverityBadge severity={lead.severity} />
        <span className="inline-flex min-w-0 items-center gap-1 font-semibold text-text">
          <Layers size={13} aria-hidden="true" className="shrink-0" />
          <span className="truncate">{words}</span>
        </span>
        <span className="ml-auto shrink-0 pl-1">
          <RelativeTime at={oldest} format="age" focusable={false} align="end" />
        </span>
      </div>
      <h3 className="line-clamp-2 text-14 leading-[1.2rem] font-semibold">
        <HostileText text={lead.title} />
      </h3>
      <p className="min-h-4 truncate text-12 text-muted">
        <HostileText text={lead.topFactor} />
      </p>
      <div className="mt-0.5 flex min-h-6 items-center justify-end gap-1.5">
        <Button
          size="small"
          variant="quiet"
          className="mr-auto -ml-2"
          data-storm="toggle"
          aria-expanded={isOpen}
          onPress={() => onToggle(group.id)}
        >
          <ChevronDown size={13} aria-hidden="true" className={isOpen ? 'rotate-180' : ''} />
          {isOpen ? 'Fold' : 'Show each'}
        </Button>
        {action !== undefined && (
          <Button
            size="small"
            data-storm={action.kind}
            disabledReason={disabledReason}
            onPress={() => void performAll(action.kind, all)}
          >
            {action.words}
          </Button>
        )}
      </div>
    </article>
  );
});
