import type { IncidentId } from '../domain/ids.ts';
import { type Incident, withSeverity } from '../domain/incident.ts';
import { compareSeverity } from '../domain/severity.ts';
import { vigilActor } from '../domain/timeline.ts';
import { notificationsFor } from './action.ts';
import { attended, mergedInto, unmerged, waitingBySeverity } from './incidentMoves.ts';
import { commandEvent, invalid, type LifecycleCommand, type LifecycleRefusal, refusal } from './lifecycleCommand.ts';
import { laterOf } from './moments.ts';
import { noConsequences } from './outcome.ts';
import { engineSeverityOf } from './overrideSeverity.ts';
import type { Policy } from './policy.ts';
import { reviewAtAfter } from './quiet.ts';
import { isSystemic } from './systemicGroup.ts';
import { type Transition, transitionOf } from './transitions.ts';
import type { Consequences } from './verdict.ts';

export type MergeResult = { readonly ok: true; readonly consequences: Consequences } | LifecycleRefusal;

/** An incident, and the one that it is merged into or taken out of. */
export interface MergePair {
  readonly incident: Incident;
  readonly host: Incident;
  /** How many firing alerts go over from one to the other. */
  readonly firingMoved: number;
}

/** Two open incidents that turned out to be one. */
export interface IncidentUnion {
  readonly guest: IncidentId;
  readonly host: IncidentId;
  /** Goes on from `merged because`. */
  readonly reason: string;
  /** By the engines' clock. */
  readonly at: Date;
}

/**
 * Makes two incidents one: the merged one is resolved, and its alerts and later signals are the host's, which is at least as severe from
 * then on. Merging it there again changes nothing. Refused into itself, into one that is resolved or merged itself, into a systemic one,
 * and between live and historical ones; so there can be no cycle.
 */
export function merge(
  { incident, host, firingMoved }: MergePair,
  command: LifecycleCommand,
  policy: Policy,
): MergeResult {
  if (incident.id === host.id) return invalid('into', 'An incident cannot be merged into itself.');
  if (incident.mergedInto === host.id) return { ok: true, consequences: noConsequences };
  if (incident.mergedInto !== null) {
    return refusal(incident, 'WRONG_STATUS', 'was merged into another incident already: take it out first');
  }
  const move = transitionOf(incident.status, 'merge');
  if (move.is !== 'move') return refusalOf(incident, move);
  if (host.mergedInto !== null) {
    return refusal(host, 'WRONG_STATUS', 'was merged into another incident itself: name that one', 'into');
  }
  if (host.status === 'RESOLVED') return refusal(host, 'WRONG_STATUS', 'is resolved: reopen it first', 'into');
  if (isSystemic(host)) {
    return refusal(host, 'WRONG_STATUS', 'stands for many others and takes no signals: name one of those', 'into');
  }
  if (host.historical !== incident.historical) {
    return refusal(host, 'WRONG_STATUS', 'and the other one are not both live or both from the past', 'into');
  }
  const how = { ...command, ruleId: move.ruleId, byRule: false, because: ` by ${command.actor}` };
  return { ok: true, consequences: joined({ incident, host, firingMoved }, how, policy) };
}

/**
 * The same where the engines found that two open incidents are one, for a `reason`. Nothing follows when somebody has the merged one in
 * hand, or when either was over by then: they stay two.
 */
export function mergeByRule(
  pair: MergePair,
  { now, reason }: { readonly now: Date; readonly reason: string },
  policy: Policy,
): Consequences {
  const { incident, host } = pair;
  const move = transitionOf(incident.status, 'foundToBeOne');
  if (move.is !== 'move' || incident.id === host.id || wasOver(host, now)) return noConsequences;
  const inHand = incident.assignee !== null || incident.snoozedUntil !== null || incident.overriddenSeverity !== null;
  if (inHand || host.historical !== incident.historical) return noConsequences;
  const at = laterOf(now, incident.lastSignalAt);
  const how = { actor: vigilActor, note: null, ruleId: move.ruleId, byRule: true, because: `: ${reason}` };
  return joined(pair, { ...how, now: at }, policy);
}

/** In a batch of history the host may have gone quiet since: it takes in what was part of it while it was open. */
function wasOver({ status, mergedInto, resolvedAt, resolvedByRule: byRule }: Incident, at: Date): boolean {
  return mergedInto !== null || (status === 'RESOLVED' && (byRule !== true || resolvedAt === null || resolvedAt < at));
}

interface How extends LifecycleCommand {
  readonly ruleId: string;
  readonly byRule: boolean;
  /** Goes on from `Merged into #1 (its title)`. */
  readonly because: string;
}

function joined({ incident, host, firingMoved }: MergePair, how: How, policy: Policy): Consequences {
  const { now, ruleId, because } = how;
  const said = `Merged into #${host.number} (${host.title})${because}`;
  const took = `Took in #${incident.number} (${incident.title})${how.byRule ? because : `, merged${because}`}`;
  const merged = { ...mergedInto(incident, host.id, how), firingAlertCount: incident.firingAlertCount - firingMoved };
  const takenIn = { ...host, firingAlertCount: host.firingAlertCount + firingMoved };
  const grown = atLeastAsSevere(asLongAs(takenIn, incident, policy), incident);
  const rises = compareSeverity(grown.severity, host.severity) > 0;
  const wakes = rises && host.status !== 'RESOLVED';
  const waits = wakes ? waitingBySeverity(grown, now, policy) : grown;
  // Only a person attends to an incident: an acknowledgement lapses as it would have.
  const after = how.byRule ? { ...waits, updatedAt: now } : attended(waits, now, policy);
  const reason = `#${incident.number} (${incident.severity}) was merged into it`;
  const raised = `Raised from ${host.severity} to ${after.severity}: ${reason}`;
  return {
    changed: [
      { incident: merged, kind: 'RESOLVED' },
      { incident: after, kind: rises ? 'SEVERITY_CHANGED' : 'UPDATED' },
    ],
    events: [
      commandEvent(incident, how, 'MERGED', ruleId, said),
      commandEvent(host, how, 'TOOK_IN', ruleId, took),
      ...(rises ? [commandEvent(host, { ...how, note: null }, 'SEVERITY_RAISED', 'severity.merged', raised)] : []),
    ],
    escalations: [],
    intents: wakes ? notificationsFor(after, policy, reason) : [],
  };
}

/**
 * Takes a merged incident out again: it is what it was before, with the alerts that it brought. What joined the host meanwhile stays there,
 * and so does the host's severity until its own signals lower it. Refused when it is merged into none.
 */
export function unmerge(
  { incident, host, firingMoved }: MergePair,
  command: LifecycleCommand,
  policy: Policy,
): MergeResult {
  const move = transitionOf(incident.status, 'unmerge');
  if (move.is !== 'move') return refusalOf(incident, move);
  if (incident.mergedInto === null) return refusal(incident, 'WRONG_STATUS', 'is merged into no other');
  const { now, actor } = command;
  const out = unmerged(incident, now, policy);
  const left: Incident = {
    ...host,
    firingAlertCount: Math.max(0, host.firingAlertCount - firingMoved),
    // Whatever held its severity up may have left: from now on any of its alerts can lower it.
    memory: { ...host.memory, heldBy: null },
  };
  return {
    ok: true,
    consequences: {
      changed: [
        { incident: { ...out, firingAlertCount: out.firingAlertCount + firingMoved }, kind: 'REOPENED' },
        { incident: attended(left, now, policy), kind: 'UPDATED' },
      ],
      events: [
        commandEvent(incident, command, 'UNMERGED', move.ruleId, `Taken out of #${host.number} by ${actor}`),
        commandEvent(host, command, 'GAVE_BACK', move.ruleId, `#${incident.number} was taken out of it by ${actor}`),
      ],
      escalations: [],
      intents: [],
    },
  };
}

/** What it takes in keeps it open: as the senders of both say when they end, and from when either was last heard of. */
function asLongAs(host: Incident, merged: Incident, policy: Policy): Incident {
  const keyed = host.memory.keyed || merged.memory.keyed;
  const activeAtMs = Math.max(host.memory.activeAtMs, merged.memory.activeAtMs);
  const after = { ...host, memory: { ...host.memory, keyed, activeAtMs } };
  // One that nothing would have looked at may have come under the other rule for quietness.
  const isNewlyKeyed = keyed !== host.memory.keyed && host.status !== 'RESOLVED';
  return isNewlyKeyed ? { ...after, reviewAt: host.reviewAt ?? reviewAtAfter(after, policy) } : after;
}

/** A person's override stays here too: then only what the engines think is taken over. */
function atLeastAsSevere(host: Incident, merged: Incident): Incident {
  const severity = engineSeverityOf(merged);
  if (compareSeverity(severity, engineSeverityOf(host)) <= 0) return host;
  return {
    ...host,
    ...withSeverity(host, host.overriddenSeverity ?? severity),
    decision: merged.decision,
    policyVersion: merged.policyVersion,
    memory: { ...host.memory, belowSinceMs: null, heldBy: merged.memory.heldBy },
  };
}

function refusalOf(incident: Incident, transition: Exclude<Transition, { is: 'move' }>): LifecycleRefusal {
  switch (transition.is) {
    case 'settled':
      return refusal(incident, 'WRONG_STATUS', 'is so already');
    case 'refusal':
      return refusal(incident, transition.code, transition.because);
  }
}
