import type { Incident } from '../../domain/incident.ts';
import type { Policy } from '../../engines/policy.ts';
import { riskOf } from '../../engines/risk.ts';

/**
 * When age alone may carry an incident over the policy's threshold, not before `from`: the clockwork looks every second, a rehearsal only
 * then. Flapping is forgotten meanwhile, so that it may be over it later than this, and has to be asked again; null when it never will be.
 */
export function earliestCrossing(incident: Incident, policy: Policy, from: Date): Date | null {
  const { escalateAt, time } = policy.risk;
  const { historical, status, nextEscalationAt, openedAt } = incident;
  if (escalateAt === null || historical || status !== 'OPEN' || nextEscalationAt === null) return null;
  if (incident.risk >= escalateAt) return null;
  const { risk, factors } = riskOf(incident, policy, from);
  if (risk >= escalateAt) return from;
  const fullAtMs = openedAt.getTime() + time.fullMinutes * 60_000;
  if (from.getTime() >= fullAtMs) return null;
  const others = factors.reduce((safe, { name, q }) => (name === 'time' ? safe : safe * (1 - q)), 1);
  const needed = (1 - (1 - escalateAt) / others) / time.weight;
  // A hair more than all is rounding: asked once more at its end, it is not asked again.
  if (!(needed <= 1 + 1e-9)) return null;
  return new Date(Math.max(from.getTime(), Math.ceil(openedAt.getTime() + needed * time.fullMinutes * 60_000)));
}
