import type { ChangeKind } from '../domain/change.ts';
import type { TokenId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { OutgoingIntent } from '../domain/intent.ts';
import type { NewTimelineEvent, TimelineKind } from '../domain/timeline.ts';
import type { UserError, UserErrorCode } from '../domain/userError.ts';

/** What a person does to an incident. */
export interface LifecycleCommand {
  readonly now: Date;
  readonly actor: string;
  readonly note: string | null;
  /** The token that the person used. */
  readonly tokenId?: TokenId | null;
}

export interface LifecycleRefusal {
  readonly ok: false;
  readonly error: UserError;
}

export type LifecycleResult =
  | {
      readonly ok: true;
      readonly incident: Incident;
      /** Null when nothing changed but perhaps the timeline. */
      readonly kind: ChangeKind | null;
      readonly events: readonly NewTimelineEvent[];
      readonly intents?: readonly OutgoingIntent[];
    }
  | LifecycleRefusal;

/** An event that a person made happen. */
export function commandEvent(
  { id: incidentId }: Incident,
  { now: at, actor, note, tokenId = null }: LifecycleCommand,
  kind: TimelineKind,
  ruleId: string,
  message: string,
): NewTimelineEvent {
  return { incidentId, kind, at, actor, ruleId, message, note, tokenId };
}

/** It is so already: nothing changes and nobody is told off. */
export function settled(incident: Incident): LifecycleResult {
  return { ok: true, incident, kind: null, events: [] };
}

/** `because` goes on from `Incident 12`; `field` is the input's. */
export function refusal(incident: Incident, code: UserErrorCode, because: string, field = 'id'): LifecycleRefusal {
  return { ok: false, error: { code, message: `Incident ${incident.number} ${because}.`, field: ['input', field] } };
}

export function invalid(field: string, message: string): LifecycleRefusal {
  return { ok: false, error: { code: 'INVALID', message, field: ['input', field] } };
}

/** What only an unresolved incident allows. */
export function refusalWhenResolved(incident: Incident): LifecycleRefusal | null {
  if (incident.mergedInto !== null) return refusal(incident, 'ALREADY_RESOLVED', 'was merged into another incident');
  return incident.status === 'RESOLVED' ? refusal(incident, 'ALREADY_RESOLVED', 'is resolved already') : null;
}
