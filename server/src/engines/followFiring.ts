import type { Signal } from '../domain/signal.ts';
import { addFiring, type Inhibitors, removeFiring, removeFiringOf } from './inhibition.ts';
import type { Consequences, Verdict } from './verdict.ts';

/** Takes in what a signal changed: its alert began or ceased to fire, perhaps held back, and incidents were resolved. */
export function followVerdict(inhibitors: Inhibitors, signal: Signal, verdict: Verdict): void {
  if (inhibitors.rules.length === 0) return;
  followConsequences(inhibitors, verdict);
  for (const brought of verdict.brought) {
    const severity = verdict.incident?.severity ?? verdict.decision.severity;
    addFiring(inhibitors, { ...brought, historical: signal.historical, severity });
  }
  const { outcome, alert, incident, decision } = verdict;
  const ended = alert === null ? signal.state === 'RESOLVED' : alert.state === 'RESOLVED';
  if (ended) removeFiring(inhibitors, signal);
  else if (alert !== null || outcome === 'SUPPRESSED') {
    const { dedupKey, historical, source, service, title, labels } = signal;
    const severity = incident?.severity ?? decision.severity;
    const incidentId = incident?.id ?? null;
    addFiring(inhibitors, { dedupKey, historical, incidentId, source, service, title, severity, labels });
  }
}

export function followConsequences(inhibitors: Inhibitors, { changed }: Consequences): void {
  if (inhibitors.placed.size === 0) return;
  for (const { incident } of changed) if (incident.status === 'RESOLVED') removeFiringOf(inhibitors, incident.id);
}
