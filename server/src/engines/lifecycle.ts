import type { ChangeKind } from '../domain/change.ts';
import type { Incident } from '../domain/incident.ts';
import type { NewTimelineEvent, TimelineKind } from '../domain/timeline.ts';
import type { UserError } from '../domain/userError.ts';
import { acknowledged, reopenedByHand, resolved, unacknowledged } from './incidentMoves.ts';
import type { Policy } from './policy.ts';
import { type Trigger, transitionOf } from './transitions.ts';

/** What a person does to an incident. */
export interface LifecycleCommand {
  readonly now: Date;
  readonly actor: string;
  readonly note: string | null;
}

export type LifecycleResult =
  | {
      readonly ok: true;
      readonly incident: Incident;
      /** Null when nothing changed but perhaps the timeline. */
      readonly kind: ChangeKind | null;
      readonly events: readonly NewTimelineEvent[];
    }
  | { readonly ok: false; readonly error: UserError };

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

/** Takes a resolve back: the incident is again what it was before. */
export function reopen(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  const attempt = { trigger: 'reopen', kind: 'REOPENED', said: `Reopened by ${command.actor}` } as const;
  return carryOut(incident, command, attempt, () => reopenedByHand(incident, command.now, policy));
}

/** Writes a note on the timeline, whatever the status. */
export function addNote(incident: Incident, { now, actor, note }: LifecycleCommand): LifecycleResult {
  if (note === null || note.trim() === '') {
    const message = 'The note is empty; expected 1 to 5,000 characters.';
    return { ok: false, error: { code: 'INVALID', message, field: ['input', 'note'] } };
  }
  const message = `Note by ${actor}`;
  const event = {
    incidentId: incident.id,
    kind: 'NOTE_ADDED',
    at: now,
    actor,
    ruleId: 'lifecycle.note',
    message,
    note,
  } as const;
  return { ok: true, incident: { ...incident, updatedAt: now }, kind: null, events: [event] };
}

interface Attempt {
  readonly trigger: Trigger;
  readonly kind: ChangeKind & TimelineKind;
  readonly said: string;
}

function carryOut(
  incident: Incident,
  command: LifecycleCommand,
  attempt: Attempt,
  move: () => Incident,
): LifecycleResult {
  const transition = transitionOf(incident.status, attempt.trigger);
  switch (transition.is) {
    case 'settled':
      return { ok: true, incident, kind: null, events: [] };
    case 'refusal': {
      const message = `Incident ${incident.number} ${transition.because}.`;
      return { ok: false, error: { code: transition.code, message, field: ['input', 'id'] } };
    }
    case 'move': {
      const { now: at, actor, note } = command;
      const { kind, said: message } = attempt;
      const event = { incidentId: incident.id, kind, at, actor, ruleId: transition.ruleId, message, note };
      return { ok: true, incident: move(), kind, events: [event] };
    }
  }
}
