import type { Incident } from '../domain/incident.ts';
import { compareSeverity } from '../domain/severity.ts';
import { notificationsFor } from './action.ts';
import { attended, mergedInto, unmerged, waitingBySeverity } from './incidentMoves.ts';
import { commandEvent, invalid, type LifecycleCommand, type LifecycleRefusal, refusal } from './lifecycleCommand.ts';
import { noConsequences } from './outcome.ts';
import { engineSeverityOf } from './overrideSeverity.ts';
import type { Policy } from './policy.ts';
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

/**
 * Makes two incidents one: the merged one is resolved, and its alerts and later signals are the host's, which is at least as severe from
 * then on. Merging it there again changes nothing. Refused into itself, into one that is resolved or merged itself, and between live and
 * historical ones; so there can be no cycle.
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
  if (host.historical !== incident.historical) {
    return refusal(host, 'WRONG_STATUS', 'and the other one are not both live or both from the past', 'into');
  }
  const { now, actor } = command;
  const said = `Merged into #${host.number} (${host.title}) by ${actor}`;
  const took = `Took in #${incident.number} (${incident.title}), merged by ${actor}`;
  const merged = {
    ...mergedInto(incident, host.id, command),
    firingAlertCount: incident.firingAlertCount - firingMoved,
  };
  const grown = atLeastAsSevere({ ...host, firingAlertCount: host.firingAlertCount + firingMoved }, incident);
  const rises = compareSeverity(grown.severity, host.severity) > 0;
  const after = attended(rises ? waitingBySeverity(grown, now, policy) : grown, now, policy);
  const reason = `#${incident.number} (${incident.severity}) was merged into it`;
  const raised = `Raised from ${host.severity} to ${after.severity}: ${reason}`;
  return {
    ok: true,
    consequences: {
      changed: [
        { incident: merged, kind: 'RESOLVED' },
        { incident: after, kind: rises ? 'SEVERITY_CHANGED' : 'UPDATED' },
      ],
      events: [
        commandEvent(incident, command, 'MERGED', move.ruleId, said),
        commandEvent(host, command, 'TOOK_IN', move.ruleId, took),
        ...(rises
          ? [commandEvent(host, { ...command, note: null }, 'SEVERITY_RAISED', 'severity.merged', raised)]
          : []),
      ],
      escalations: [],
      intents: rises ? notificationsFor(after, policy, reason) : [],
    },
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

/** A person's override stays here too: then only what the engines think is taken over. */
function atLeastAsSevere(host: Incident, merged: Incident): Incident {
  const severity = engineSeverityOf(merged);
  if (compareSeverity(severity, engineSeverityOf(host)) <= 0) return host;
  return {
    ...host,
    severity: host.overriddenSeverity ?? severity,
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
