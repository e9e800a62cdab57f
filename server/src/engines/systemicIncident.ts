import type { Decision } from '../domain/decision.ts';
import type { IncidentId, NewId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Label } from '../domain/signal.ts';
import { vigilActor } from '../domain/timeline.ts';
import { intentsFor, recommendedAction } from './action.ts';
import { countWithin } from './escalation.ts';
import { newMemory } from './memory.ts';
import { laterOf } from './moments.ts';
import { noConsequences, ruleEvent } from './outcome.ts';
import type { Policy } from './policy.ts';
import { quietMinutesOf } from './quiet.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import { systemicGroupKey } from './systemicGroup.ts';
import type { ChangedIncident, Consequences } from './verdict.ts';

export interface SystemicRise {
  readonly policy: Policy;
  readonly policyVersion: number;
  /** The open systemic incident; null when there is none. */
  readonly parent: Incident | null;
  /** For a new one. */
  readonly number: number;
  /** How many CRITICAL count at `at`, the last one included. */
  readonly count: number;
  /** Those of them that are not its children, oldest first. */
  readonly newcomers: readonly Incident[];
  /** Whether the rule fires now: the count was reached, and the incident that reached it is escalated. */
  readonly fires: boolean;
  readonly at: Date;
  readonly newId: NewId;
}

/** How long to wait for children that are not over before looking again. */
const nextLookMs = 60_000;
const mostNamed = 20;

/**
 * What the systemic rule makes of CRITICAL incidents beyond an escalation: it opens one incident for all of them when their number reaches
 * the rule's, and while that is open each further one that comes while the rule holds becomes a child of it too. The rule's targets are
 * told about it when it opens, and when the rule fires anew.
 */
export function raiseSystemic(rise: SystemicRise): Consequences {
  const { policy, parent, count, newcomers, fires, at } = rise;
  const { critical, minutes, targets } = policy.escalation.systemic;
  if (count < critical || (parent === null && count > critical)) return noConsequences;
  if (parent !== null && newcomers.length === 0 && !fires) return noConsequences;
  const decision = decisionOf(rise);
  const reviewAt = new Date(at.getTime() + minutes * 60_000 + 1_000);
  const after =
    parent === null
      ? opened(rise, decision, reviewAt)
      : {
          ...parent,
          ...(newcomers.length === 0 ? {} : { decision, policyVersion: rise.policyVersion, stress: decision.stress }),
          lastSignalAt: laterOf(at, parent.lastSignalAt),
          memory: { ...parent.memory, activeAtMs: Math.max(parent.memory.activeAtMs, at.getTime()) },
          reviewAt,
          updatedAt: at,
        };
  const events =
    parent === null
      ? [
          {
            ...ruleEvent(after, 'OPENED', at, ruleId, `Opened as CRITICAL: ${decision.reason}`),
            note: named(newcomers),
          },
        ]
      : newcomers.map((child) =>
          ruleEvent(after, 'CHILD_JOINED', at, ruleId, `${decision.reason}: also ${nameOf(child)}`),
        );
  const children = newcomers.map(
    (child): ChangedIncident => ({ incident: { ...child, parentId: after.id, updatedAt: at }, kind: 'UPDATED' }),
  );
  return {
    changed: [{ incident: after, kind: parent === null ? 'OPENED' : 'UPDATED' }, ...children],
    events: [
      ...events,
      ...newcomers.map((child) => ruleEvent(child, 'JOINED_PARENT', at, ruleId, `Part of ${nameOf(after)}`)),
    ],
    escalations: [],
    intents: parent === null || fires ? intentsFor(after, targets, decision.reason) : [],
  };
}

/**
 * Resolves a systemic incident once the rule no longer holds and its children are resolved or quiet, or says when to look again; null when
 * it is resolved. `criticalAts` are those of the rule's time before now.
 */
export function reviewSystemic(
  parent: Incident,
  { criticalAts, unresolved }: { readonly criticalAts: readonly Date[]; readonly unresolved: readonly Incident[] },
  policy: Policy,
  now: Date,
): Consequences | { readonly postponedTo: Date } | null {
  if (parent.status === 'RESOLVED') return null;
  const { critical, minutes } = policy.escalation.systemic;
  if (countWithin(criticalAts, minutes, now) >= critical) {
    const last = criticalAts.map((at) => at.getTime()).sort((a, b) => b - a)[critical - 1] ?? now.getTime();
    return { postponedTo: new Date(last + minutes * 60_000 + 1_000) };
  }
  if (unresolved.some((child) => !isQuiet(child, policy, now)))
    return { postponedTo: new Date(now.getTime() + nextLookMs) };
  const over = unresolved.length === 0 ? 'resolved' : 'resolved or quiet';
  return resolvedByRule(
    parent,
    'systemicOver',
    now,
    `Fewer than ${critical} became CRITICAL within the last ${minutes} min, and its incidents are ${over}`,
  );
}

const ruleId = 'escalation.systemic';

function opened(
  { policy, policyVersion, number, newcomers, at, newId }: SystemicRise,
  decision: Decision,
  reviewAt: Date,
): Incident {
  const { critical, minutes } = policy.escalation.systemic;
  return {
    id: newId<IncidentId>(),
    number,
    title: `Systemic: ${critical} CRITICAL within ${minutes} min`,
    service: 'system',
    source: vigilActor,
    severity: 'CRITICAL',
    highestSeverity: 'CRITICAL',
    status: 'OPEN',
    stress: decision.stress,
    risk: 0,
    signalCount: 0,
    firingAlertCount: 0,
    decision,
    openedAt: at,
    firstAcknowledgedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    firstResolvedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    resolvedByRule: null,
    reopenCount: 0,
    lastSignalAt: at,
    // It is no CRITICAL of its own: it would count towards itself.
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
    reviewAt,
    updatedAt: at,
    historical: false,
    policyVersion,
    groupKey: systemicGroupKey,
    labels: sharedLabels(newcomers),
    memory: newMemory({ now: at, load: null }, { keyed: false, heldBy: null }, policy),
  };
}

/** What all of them have: who filters by it finds it. */
function sharedLabels([first, ...others]: readonly Incident[]): Label[] {
  const isShared = ({ name, value }: Label) =>
    others.every(({ labels }) => labels.some((label) => label.name === name && label.value === value));
  return (first?.labels ?? []).filter(isShared);
}

/** As grave as can be, because of the count; as stressed as the worst of those that it is about. */
function decisionOf({ policy, policyVersion, parent, count, newcomers }: SystemicRise): Decision {
  const { critical, minutes } = policy.escalation.systemic;
  const note = `${parent === null ? '' : 'also '}${named(newcomers)}`;
  return {
    score: 1,
    severity: 'CRITICAL',
    reason: `${count} CRITICAL within ${minutes} min`,
    factors: [{ name: 'systemic', value: count, threshold: critical, weight: 1, contribution: 1, note }],
    stress: newcomers.reduce((most, { stress }) => Math.max(most, stress), parent?.stress ?? 0),
    recommendedAction: recommendedAction('CRITICAL', policy),
    policyVersion,
  };
}

function isQuiet(child: Incident, policy: Policy, now: Date): boolean {
  const minutes = quietMinutesOf(child, policy);
  return minutes !== null && child.memory.activeAtMs + minutes * 60_000 <= now.getTime();
}

function named(incidents: readonly Incident[]): string {
  const more = incidents.length > mostNamed ? ` and ${incidents.length - mostNamed} more` : '';
  return `${incidents.slice(0, mostNamed).map(nameOf).join(', ')}${more}`;
}

function nameOf({ number, title }: Incident): string {
  return `#${number} (${title})`;
}
