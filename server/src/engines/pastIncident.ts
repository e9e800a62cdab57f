import type { IncidentId, TokenId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Severity } from '../domain/severity.ts';
import type { Label } from '../domain/signal.ts';
import { recommendedAction } from './action.ts';
import { acknowledge, resolve } from './lifecycle.ts';
import { newMemory } from './memory.ts';
import { latest, noConsequences, ruleEvent } from './outcome.ts';
import type { Policy } from './policy.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import type { Consequences } from './verdict.ts';

/** An incident that another tool had, and that is over. */
export interface PastIncidentRecord {
  readonly title: string;
  readonly service: string;
  readonly source: string;
  readonly severity: Severity;
  readonly labels: readonly Label[];
  readonly openedAt: Date;
  /** Not before the opening; null when nobody acknowledged it. */
  readonly acknowledged: { readonly at: Date; readonly by: string } | null;
  /** Not before the acknowledgement. `by` is null when it ended by itself. */
  readonly resolved: { readonly at: Date; readonly by: string | null };
}

export interface PastIncidentContext {
  readonly id: IncidentId;
  /** Who brings it in, and by which token. */
  readonly importedBy: string;
  readonly tokenId: TokenId | null;
  readonly policy: Policy;
  readonly policyVersion: number;
}

/**
 * The life of an incident that is brought in, step by step, at its own times and by the transitions of any other. It groups with nothing, so that no
 * later alert reopens it, counts towards no systemic incident, and nobody is notified.
 */
export function pastIncident(record: PastIncidentRecord, context: PastIncidentContext): Consequences[] {
  const { policy, tokenId } = context;
  const { acknowledged, resolved } = record;
  const opening = opened(record, context);
  const command = (act: { readonly at: Date }, by: string) => ({ now: act.at, actor: by, note: null, tokenId });
  const acknowledging =
    acknowledged === null
      ? noConsequences
      : followed(acknowledge(incidentOf(opening), command(acknowledged, acknowledged.by), policy));
  const before = latest(incidentOf(opening), acknowledging);
  const resolving =
    resolved.by === null
      ? resolvedByRule(before, 'alertsResolved', resolved.at, 'Resolved by itself')
      : followed(resolve(before, command(resolved, resolved.by)));
  return [opening, acknowledging, resolving];
}

function incidentOf({ changed: [first] }: Consequences): Incident {
  if (first === undefined) throw new Error('An opening changes an incident');
  return first.incident;
}

function followed(result: ReturnType<typeof resolve>): Consequences {
  if (!result.ok) throw new Error(result.error.message);
  const { incident, kind, events } = result;
  return { ...noConsequences, changed: [{ incident, kind: kind ?? 'UPDATED' }], events };
}

function opened(record: PastIncidentRecord, context: PastIncidentContext): Consequences {
  const { title, service, source, severity, labels, openedAt } = record;
  const { id, importedBy, tokenId, policy, policyVersion } = context;
  const reason = `brought in as ${severity} by ${importedBy}`;
  const incident: Incident = {
    id,
    number: 0,
    title,
    service,
    source,
    severity,
    highestSeverity: severity,
    status: 'OPEN',
    stress: 0,
    risk: 0,
    signalCount: 0,
    firingAlertCount: 0,
    decision: {
      score: 0,
      severity,
      reason,
      factors: [],
      stress: 0,
      recommendedAction: recommendedAction(severity, policy),
      policyVersion,
    },
    openedAt,
    firstAcknowledgedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    firstResolvedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    resolvedByRule: null,
    reopenCount: 0,
    lastSignalAt: openedAt,
    criticalAt: null,
    nextEscalationAt: null,
    firstEscalatedAt: null,
    escalationsFired: 0,
    escalationEpisode: 0,
    acknowledgementLapsesAt: null,
    firstSnoozedAt: null,
    snoozedUntil: null,
    assignee: null,
    overriddenSeverity: null,
    overriddenBy: null,
    overrideReason: null,
    mergedInto: null,
    parentId: null,
    reviewAt: null,
    updatedAt: openedAt,
    historical: false,
    policyVersion,
    groupKey: null,
    labels,
    memory: newMemory({ now: openedAt, load: null }, { keyed: false, heldBy: null }, policy),
  };
  const event = { ...ruleEvent(incident, 'OPENED', openedAt, 'import.open', `Opened: ${reason}`), tokenId };
  return { ...noConsequences, changed: [{ incident, kind: 'OPENED' }], events: [event] };
}
