import type { Alert } from '../domain/alert.ts';
import type { Incident } from '../domain/incident.ts';
import { compareSeverity } from '../domain/severity.ts';
import type { Signal } from '../domain/signal.ts';
import { withSignal } from './alertState.ts';
import type { Decided } from './decided.ts';
import type { Gathering } from './gather.ts';
import { openIncident } from './openIncident.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';
import type { WaitingAlert } from './waitingState.ts';

type Opened = Consequences & Pick<Verdict, 'outcome' | 'incident' | 'alert' | 'brought'>;

/** Beyond so many the timeline says how many more there were. */
const mostNamed = 10;

/**
 * A new incident with the alerts that waited for it: named after the one that fired first, as severe as the most severe, and told once. It
 * opens now, when there are enough: what its alerts did before is told by their own times and counts.
 */
export function openTogether(
  situation: Situation,
  signal: Signal,
  decided: Decided,
  { own, others }: Extract<Gathering, { is: 'enough' }>,
): Opened {
  if (own === null && others.length === 0) return { ...openIncident(situation, signal, decided), brought: [] };
  const { now } = situation;
  const waited = [...others, ...(own === null ? [] : [own])];
  const first = waited.reduce((earliest, alert) => (alert.firstSeenMs < earliest.firstSeenMs ? alert : earliest));
  const gravest = waited.reduce(
    (worst, alert) => (compareSeverity(alert.decision.severity, worst.decision.severity) > 0 ? alert : worst),
    { dedupKey: signal.dedupKey, decision: decided.decision },
  );
  const { title, service, source, labels } = first;
  const decision = { ...gravest.decision, policyVersion: situation.policyVersion };
  const opened = openIncident(situation, { ...signal, title, service, source, labels }, { ...decided, decision });
  const incident: Incident = {
    ...opened.incident,
    stress: decided.decision.stress,
    signalCount: 1 + waited.reduce((count, { signalCount }) => count + signalCount, 0),
    firingAlertCount: others.length + 1,
    memory: {
      ...opened.incident.memory,
      keyed: opened.incident.memory.keyed || waited.some(({ keyed }) => keyed),
      heldBy: gravest.dedupKey,
    },
  };
  const before = own === null ? null : alertOf(own, incident, now);
  return {
    ...opened,
    incident,
    alert: withSignal(before, signal, incident, 'FIRING', situation),
    brought: others.map((alert) => alertOf(alert, incident, now)),
    changed: [{ incident, kind: 'OPENED' }],
    events: opened.events.map((event) => ({ ...event, note: noteOf(event.note, signal, others, situation) })),
  };
}

/** What waited, as an alert of an incident: it has fired all the time. */
function alertOf(waiting: WaitingAlert, { id: incidentId }: Incident, now: Date): Alert {
  const { id, dedupKey, source, service, title, url, labels, metrics, signalCount, firstSeenMs, lastSeenMs } = waiting;
  return {
    ...{ id, incidentId, dedupKey, source, service, title, url, labels, metrics, signalCount },
    state: 'FIRING',
    firstSeenAt: new Date(firstSeenMs),
    lastSeenAt: new Date(lastSeenMs),
    stateHistory: 1,
    stateCheckedAt: now,
    flapping: false,
  };
}

function noteOf(own: string | null, { title, source }: Signal, others: readonly WaitingAlert[], { policy }: Situation) {
  if (others.length === 0) return own;
  const { minimumAlerts, windowMinutes } = policy.grouping;
  const names = [...others, { title, source }].map((alert) => `${alert.title} (${alert.source})`);
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const asked = `the policy asks for ${minimumAlerts} within ${windowMinutes} min`;
  const told = `${names.length} alerts of its group fired, ${asked}: ${names.slice(0, mostNamed).join(', ')}${more}.`;
  return own === null ? told : `${told} ${own}`;
}
