import type { Alert } from '../domain/alert.ts';
import type { NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { emptyCatalogue } from '../engines/catalogue.ts';
import { identify, reviewQuiet } from '../engines/correlation.ts';
import { escalateDue } from '../engines/escalation.ts';
import { acknowledge, resolve } from '../engines/lifecycle.ts';
import type { LifecycleCommand, LifecycleResult } from '../engines/lifecycleCommand.ts';
import { orchestrate } from '../engines/orchestrator.ts';
import { noConsequences } from '../engines/outcome.ts';
import type { Policy } from '../engines/policy.ts';
import { noSuppression } from '../engines/suppression.ts';
import type { Consequences } from '../engines/verdict.ts';
import type { DecidedSignal } from './decideBatch.ts';

/** A signal of the past, which was received when it was sent. */
export interface PastSignal extends NewSignal {
  readonly occurredAt: Date;
}

/** What somebody did. */
export interface PastAct {
  readonly at: Date;
  /** Their name. */
  readonly by: string;
  readonly note: string | null;
}

/** An incident of one alert, as it went. */
export interface PastIncident {
  /** The oldest first. */
  readonly signals: readonly PastSignal[];
  readonly acknowledged: PastAct | null;
  /** Null when it resolved by itself. */
  readonly resolved: PastAct | null;
}

/** All that followed, in its order, and how it ended. */
export interface PlayedIncident {
  readonly decided: readonly DecidedSignal[];
  readonly consequences: readonly Consequences[];
  readonly alert: Alert;
  readonly incident: Incident;
}

interface PlayContext {
  readonly policy: Policy;
  readonly policyVersion: number;
  readonly newId: NewId;
}

/**
 * Lets the engines decide about an incident of the past, at its own times: what was sent, what became due and what people did. Answers null
 * when it opened nothing, or has not ended.
 */
export function playPast(past: PastIncident, context: PlayContext): PlayedIncident | null {
  const { policy, policyVersion, newId } = context;
  const decided: DecidedSignal[] = [];
  const consequences: Consequences[] = [];
  let incident: Incident | null = null;
  let alert: Alert | null = null;

  const take = (followed: Consequences) => {
    if (followed === noConsequences) return;
    consequences.push(followed);
    incident = followed.changed.at(-1)?.incident ?? incident;
  };
  const act = (done: PastAct | null, decide: (incident: Incident, command: LifecycleCommand) => LifecycleResult) => {
    if (done === null || incident === null) return;
    const result = decide(incident, { now: done.at, actor: done.by, note: done.note });
    if (!result.ok) return;
    take({
      ...noConsequences,
      changed: [{ incident: result.incident, kind: result.kind ?? 'UPDATED' }],
      events: result.events,
    });
  };
  const escalateUntil = (at: Date) => {
    for (let due = incident?.nextEscalationAt ?? null; due !== null && due <= at; ) {
      if (incident === null) return;
      const followed = escalateDue(incident, policy, policyVersion, due, newId);
      take(followed);
      const next: Date | null = (incident as Incident).nextEscalationAt;
      due = followed === noConsequences || next?.getTime() === due.getTime() ? null : next;
    }
  };

  const steps = [
    ...past.signals.map((signal) => ({ at: signal.occurredAt, run: () => receive(signal) })),
    { at: past.acknowledged?.at, run: () => act(past.acknowledged, (...given) => acknowledge(...given, policy)) },
    { at: past.resolved?.at, run: () => act(past.resolved, resolve) },
  ].flatMap(({ at, run }) => (at === undefined ? [] : [{ at, run }]));
  for (const { at, run } of steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    escalateUntil(at);
    run();
  }
  rest();
  const [ended, last] = [incident as Incident | null, alert as Alert | null];
  return ended?.status === 'RESOLVED' && last !== null ? { decided, consequences, incident: ended, alert: last } : null;

  function receive({ idempotencyKey, ...given }: PastSignal): void {
    const id = newId<SignalId>();
    const { dedupKey, groupKey } = identify({ ...given, idempotencyKey }, policy, id);
    const signal: Signal = { ...given, id, dedupKey, receivedAt: given.occurredAt };
    const open = incident?.status === 'RESOLVED' ? null : incident;
    const verdict = orchestrate(
      {
        ...context,
        now: given.occurredAt,
        groupKey,
        placement: null,
        resolvedEarlyAt: null,
        openOfGroup: open,
        guestIsOpen: false,
        resolvedOfGroup: open === null ? incident : null,
        openOfAlert: alert?.state === 'FIRING' ? open : null,
        alerts: alert === null ? [] : [alert],
        baselines: new Map(),
        catalogue: emptyCatalogue,
        affected: new Map(),
        learned: null,
        suppression: noSuppression,
      },
      signal,
    );
    decided.push({ arrived: { signal, groupKey, idempotencyKey, now: given.occurredAt }, verdict });
    alert = verdict.alert ?? alert;
    take(verdict);
  }

  /** What has gone quiet is resolved once it has been so for long enough. */
  function rest(): void {
    for (let due = incident?.reviewAt ?? null; due !== null; ) {
      if (incident === null || (incident as Incident).status === 'RESOLVED') return;
      const review = reviewQuiet(incident, policy, policyVersion, due);
      if (review === null) return;
      if ('postponedTo' in review) due = review.postponedTo > due ? review.postponedTo : null;
      else {
        take(review);
        return;
      }
    }
  }
}
