import type { IncidentStatus } from '../domain/incident.ts';
import type { UserErrorCode } from '../domain/userError.ts';

/** What can move an incident: a person's commands first, then what rules do by themselves. */
export const triggers = [
  'acknowledge',
  'unacknowledge',
  'resolve',
  'reopen',
  'merge',
  'unmerge',
  'severityRaised',
  'acknowledgementLapsed',
  'snoozeEnded',
  'alertsResolved',
  'wentQuiet',
  'needsNobody',
  'signalReturned',
  'foundToBeOne',
  'systemicOver',
] as const;
export type Trigger = (typeof triggers)[number];

export type Transition =
  | { readonly is: 'move'; readonly to: readonly IncidentStatus[]; readonly ruleId: string }
  /** It is so already: nothing changes and nobody is told off. */
  | { readonly is: 'settled' }
  /** `because` goes on from `Incident 12`. */
  | { readonly is: 'refusal'; readonly code: UserErrorCode; readonly because: string };

const settled: Transition = { is: 'settled' };
const alreadyResolved: Transition = { is: 'refusal', code: 'ALREADY_RESOLVED', because: 'is resolved already' };
const move = (ruleId: string, ...to: IncidentStatus[]): Transition => ({ is: 'move', to, ruleId });
const refusal = (because: string): Transition => ({ is: 'refusal', code: 'WRONG_STATUS', because });

/** Every transition there is, with the rule that makes it (DESIGN 3.3). */
const transitions = {
  OPEN: {
    acknowledge: move('lifecycle.acknowledge', 'ACKNOWLEDGED'),
    unacknowledge: refusal('is open: there is no acknowledgement to take back'),
    resolve: move('lifecycle.resolve', 'RESOLVED'),
    reopen: refusal('is open: only a resolved incident can be reopened'),
    merge: move('lifecycle.merge', 'RESOLVED'),
    unmerge: refusal('is merged into no other'),
    severityRaised: settled,
    acknowledgementLapsed: settled,
    // It comes back, but it was open all the time: a snooze is no status.
    snoozeEnded: settled,
    alertsResolved: move('correlation.last_alert_resolved', 'RESOLVED'),
    wentQuiet: move('correlation.quiet', 'RESOLVED'),
    needsNobody: move('action.resolve', 'RESOLVED'),
    signalReturned: settled,
    foundToBeOne: move('correlation.merge', 'RESOLVED'),
    systemicOver: move('escalation.systemic_over', 'RESOLVED'),
  },
  ACKNOWLEDGED: {
    acknowledge: settled,
    unacknowledge: move('lifecycle.unacknowledge', 'OPEN'),
    resolve: move('lifecycle.resolve', 'RESOLVED'),
    reopen: refusal('is acknowledged: only a resolved incident can be reopened'),
    merge: move('lifecycle.merge', 'RESOLVED'),
    unmerge: refusal('is merged into no other'),
    severityRaised: move('severity.raised', 'OPEN'),
    acknowledgementLapsed: move('lifecycle.acknowledgement_lapsed', 'OPEN'),
    snoozeEnded: move('lifecycle.snooze_ended', 'OPEN'),
    alertsResolved: move('correlation.last_alert_resolved', 'RESOLVED'),
    wentQuiet: move('correlation.quiet', 'RESOLVED'),
    // Somebody has it in hand, whatever the policy thinks of it.
    needsNobody: settled,
    signalReturned: settled,
    // Whoever has it in hand decides what becomes of it.
    foundToBeOne: settled,
    systemicOver: move('escalation.systemic_over', 'RESOLVED'),
  },
  RESOLVED: {
    acknowledge: alreadyResolved,
    unacknowledge: alreadyResolved,
    resolve: alreadyResolved,
    // Back to what it was before it was resolved.
    reopen: move('lifecycle.reopen', 'OPEN', 'ACKNOWLEDGED'),
    merge: alreadyResolved,
    // Only one that was merged: the command asks for that.
    unmerge: move('lifecycle.unmerge', 'OPEN', 'ACKNOWLEDGED'),
    severityRaised: settled,
    acknowledgementLapsed: settled,
    snoozeEnded: settled,
    alertsResolved: settled,
    wentQuiet: settled,
    needsNobody: settled,
    signalReturned: move('correlation.reopen', 'OPEN'),
    foundToBeOne: settled,
    systemicOver: settled,
  },
} satisfies Record<IncidentStatus, Record<Trigger, Transition>>;

export function transitionOf(status: IncidentStatus, trigger: Trigger): Transition {
  return transitions[status][trigger];
}
