import type { NewId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import { reviewQuiet } from '../../engines/correlation.ts';
import { escalateDue } from '../../engines/escalation.ts';
import type { Policy } from '../../engines/policy.ts';
import { endSnooze, lapseAcknowledgement } from '../../engines/snooze.ts';
import { isSystemic } from '../../engines/systemicGroup.ts';
import { reviewSystemic } from '../../engines/systemicIncident.ts';
import type { Consequences } from '../../engines/verdict.ts';

export type TimerKind = 'snooze' | 'lapse' | 'escalation' | 'review';

/** What time alone makes due, in the order in which the clockwork looks. Nobody's timer looks after historical incidents. */
export function timersOf(incident: Incident): readonly (readonly [TimerKind, Date | null])[] {
  const { snoozedUntil, acknowledgementLapsesAt, nextEscalationAt, reviewAt } = incident;
  return [
    ['snooze', snoozedUntil],
    ['lapse', acknowledgementLapsesAt],
    ['escalation', nextEscalationAt],
    ['review', reviewAt],
  ];
}

export function isAwaited(incident: Incident): boolean {
  return !incident.historical && timersOf(incident).some(([, due]) => due !== null);
}

/** What a systemic incident's review looks at. */
export interface SystemicSurroundings {
  /** When incidents became CRITICAL within the rule's time before now. */
  readonly criticalAts: readonly Date[];
  readonly unresolved: readonly Incident[];
}

export interface TimerContext {
  readonly policy: Policy;
  readonly policyVersion: number;
  readonly newId: NewId;
  readonly around: (parent: Incident, now: Date) => SystemicSurroundings;
}

/** What follows when a timer of an incident comes to its end; null when it was set to another time, or to none, meanwhile. */
export function whenTimeIsUp(
  incident: Incident,
  timer: TimerKind,
  at: Date,
  { policy, policyVersion, newId, around }: TimerContext,
): Consequences | null {
  const due = timersOf(incident).find(([kind]) => kind === timer)?.[1];
  if (due?.getTime() !== at.getTime()) return null;
  switch (timer) {
    case 'snooze':
      return endSnooze(incident, policy, at);
    case 'lapse':
      return lapseAcknowledgement(incident, policy, at);
    case 'escalation':
      return escalateDue(incident, policy, policyVersion, at, newId);
    case 'review': {
      const review = isSystemic(incident)
        ? reviewSystemic(incident, around(incident, at), policy, at)
        : reviewQuiet(incident, policy, policyVersion, at);
      if (review !== null && !('postponedTo' in review)) return review;
      const next = { ...incident, reviewAt: review === null ? null : review.postponedTo };
      return { changed: [{ incident: next, kind: 'UPDATED' }], events: [], escalations: [], intents: [] };
    }
  }
}
