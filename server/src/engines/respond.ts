import type { Incident } from '../domain/incident.ts';
import type { Intent } from '../domain/intent.ts';
import { compareSeverity } from '../domain/severity.ts';
import type { SignalOutcome } from '../domain/signal.ts';
import { intentsOf } from './action.ts';
import { escalateAtOnce } from './escalation.ts';
import { latest, noConsequences, together } from './outcome.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import type { Consequences, Situation } from './verdict.ts';

interface Placed extends Consequences {
  readonly outcome: SignalOutcome;
  readonly incident: Incident | null;
}

/**
 * Carries out the intents that change the incident itself, after a signal has opened it, brought it back or raised it. What leaves the
 * server is among the consequences already; log and watch are what the timeline says. `before` is null for a new incident.
 */
export function respond<Home extends Placed>(situation: Situation, before: Incident | null, placed: Home): Home {
  const { incident, outcome } = placed;
  // An alert that is over already tells nobody and changes nothing.
  if (incident === null || situation.resolvedEarlyAt !== null) return placed;
  const raised = before === null || compareSeverity(incident.severity, before.severity) > 0;
  if (!raised && outcome !== 'REOPENED') return placed;
  const followed = intentsOf(incident, situation.policy, incident.decision.reason).reduce<Consequences>(
    (done, intent) => together(done, carriedOut(situation, latest(incident, done), intent)),
    noConsequences,
  );
  if (followed === noConsequences) return placed;
  return { ...placed, ...together(placed, followed), incident: latest(incident, followed) };
}

function carriedOut(situation: Situation, incident: Incident, intent: Intent): Consequences {
  const { policy, policyVersion, now, newId } = situation;
  switch (intent.kind) {
    case 'log':
    case 'watch':
    case 'notify':
    case 'webhook':
      return noConsequences;
    case 'escalate':
      if (intent.when === 'bySteps') return noConsequences;
      return escalateAtOnce(incident, policy, policyVersion, now, newId);
    case 'resolve':
      return resolvedByRule(
        incident,
        'needsNobody',
        now,
        `Needs nobody: the policy resolves ${intent.severity} at once`,
      );
  }
}
