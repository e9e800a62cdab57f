import type { Alert } from '../domain/alert.ts';
import type { ChangeKind } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { NewId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { OutgoingIntent } from '../domain/intent.ts';
import type { SignalOutcome } from '../domain/signal.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import type { BaselineState } from './baseline.ts';
import type { Catalogue } from './catalogue.ts';
import type { LearnedModel } from './learnedModel.ts';
import type { Policy } from './policy.ts';
import type { Suppression } from './suppression.ts';
import type { Placed } from './topology.ts';
import type { WaitingAlert } from './waitingState.ts';

/** All that the engines need to know to decide about one signal. */
export interface Situation {
  readonly policy: Policy;
  readonly policyVersion: number;
  /** The database's clock, or the signal's own `occurredAt` when it is historical. */
  readonly now: Date;
  /** What the signal is grouped by; null when it is to be an incident of its own. */
  readonly groupKey: string | null;
  /** How the group was found from what is known of the services; null when the sender or the policy's fields say it. */
  readonly placement: Placed | null;
  /** When the signal's alert ended, by the source's clock, though nothing had been heard of it then; null when it is not known to have. */
  readonly resolvedEarlyAt: Date | null;
  /** The unresolved incident of that group. */
  readonly openOfGroup: Incident | null;
  /** Whether the group that the placement found to be part of that one has an unresolved incident. */
  readonly guestIsOpen: boolean;
  /** The incident of that group, or else of the alert, that was resolved last. */
  readonly resolvedOfGroup: Incident | null;
  /** The unresolved incident in which an alert with the signal's dedup key fires. */
  readonly openOfAlert: Incident | null;
  /** The alerts with the signal's dedup key in these incidents. */
  readonly alerts: readonly Alert[];
  /** Baselines by key; a key that is missing has not been seen yet. */
  readonly baselines: ReadonlyMap<string, BaselineState>;
  readonly catalogue: Catalogue;
  /** The services with an unresolved incident, and how many each has; historical ones for a historical signal. */
  readonly affected: ReadonlyMap<string, number>;
  /** What was learned from corrected severities; null when nothing was, or when the policy does not ask for it. */
  readonly learned: LearnedModel | null;
  /** What may hold the signal back. */
  readonly suppression: Suppression;
  readonly newId: NewId;
}

/** An incident after an engine has changed it. */
export interface ChangedIncident {
  readonly incident: Incident;
  /** The heaviest thing that happened to it. */
  readonly kind: ChangeKind;
}

/** What an engine made of an incident: everything that must be stored together. */
export interface Consequences {
  readonly changed: readonly ChangedIncident[];
  readonly events: readonly NewTimelineEvent[];
  readonly escalations: readonly Escalation[];
  readonly intents: readonly OutgoingIntent[];
}

/** What the engines concluded about one signal. */
export interface Verdict extends Consequences {
  readonly outcome: SignalOutcome;
  readonly decision: Decision;
  /** The incident that the signal belongs to now; also among `changed`. */
  readonly incident: Incident | null;
  /** The signal's alert as it is now. */
  readonly alert: Alert | null;
  /** The other alerts that had waited for it, and that came into the incident with it. */
  readonly brought: readonly Alert[];
  /** How the signal's alert waits for others of its group; null when it does not. */
  readonly waits: WaitingAlert | null;
  /** Whether it resolves an alert that does not fire: the firing may still be on its way. */
  readonly early: boolean;
  /** The baselines that this signal changed, and who waits when that has. */
  readonly baselines: ReadonlyMap<string, BaselineState>;
}
