import type { ChangeKind } from '../domain/change.ts';
import type { Incident } from '../domain/incident.ts';
import type { TimelineKind } from '../domain/timeline.ts';
import { acknowledged, attended, reopenedByHand, resolved, unacknowledged } from './incidentMoves.ts';
import {
  commandEvent,
  invalid,
  type LifecycleCommand,
  type LifecycleResult,
  refusal,
  settled,
} from './lifecycleCommand.ts';
import type { Policy } from './policy.ts';
import { type Trigger, transitionOf } from './transitions.ts';

/** Takes an incident into hand. The first acknowledgement wins: a second one changes nothing. Refused once it is resolved. */
export function acknowledge(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  const attempt = { trigger: 'acknowledge', kind: 'ACKNOWLEDGED', said: `Acknowledged by ${command.actor}` } as const;
  return carryOut(incident, command, attempt, () => acknowledged(incident, command, policy));
}

/** Puts an acknowledged incident back to open; the acknowledgement is taken out of the MTTA, and escalation waits anew. */
export function unacknowledge(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  const said = `Acknowledgement taken back by ${command.actor}`;
  const attempt = { trigger: 'unacknowledge', kind: 'UNACKNOWLEDGED', said } as const;
  return carryOut(incident, command, attempt, () => unacknowledged(incident, command.now, policy));
}

/** Closes an incident. Refused when it is resolved already. */
export function resolve(incident: Incident, command: LifecycleCommand): LifecycleResult {
  const attempt = { trigger: 'resolve', kind: 'RESOLVED', said: `Resolved by ${command.actor}` } as const;
  return carryOut(incident, command, attempt, () =>
    resolved(incident, { at: command.now, by: command.actor, byRule: false }),
  );
}

/** Takes a resolve back: the incident is again what it was before. One that was merged is taken out of the other one instead. */
export function reopen(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  if (incident.mergedInto !== null) {
    return refusal(incident, 'WRONG_STATUS', 'was merged into another incident: take it out again instead');
  }
  const attempt = { trigger: 'reopen', kind: 'REOPENED', said: `Reopened by ${command.actor}` } as const;
  return carryOut(incident, command, attempt, () => reopenedByHand(incident, command.now, policy));
}

/** Writes a note on the timeline, whatever the status. */
export function addNote(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  const { note, now, actor } = command;
  if (note === null || note.trim() === '') {
    return invalid('note', 'The note is empty; expected 1 to 5,000 characters.');
  }
  const event = commandEvent(incident, command, 'NOTE_ADDED', 'lifecycle.note', `Note by ${actor}`);
  return { ok: true, incident: attended(incident, now, policy), kind: null, events: [event] };
}

interface Attempt {
  readonly trigger: Trigger;
  readonly kind: ChangeKind & TimelineKind;
  readonly said: string;
}

function carryOut(
  incident: Incident,
  command: LifecycleCommand,
  { trigger, kind, said }: Attempt,
  move: () => Incident,
): LifecycleResult {
  const transition = transitionOf(incident.status, trigger);
  switch (transition.is) {
    case 'settled':
      return settled(incident);
    case 'refusal':
      return refusal(incident, transition.code, transition.because);
    case 'move': {
      const event = commandEvent(incident, command, kind, transition.ruleId, said);
      return { ok: true, incident: move(), kind, events: [event] };
    }
  }
}
