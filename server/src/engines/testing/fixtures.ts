import type { SignalId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { NewSignal, Signal } from '../../domain/signal.ts';
import { type Policy, parsePolicy, presets } from '../policy.ts';
import type { Verdict } from '../verdict.ts';
import { Rehearsal } from './rehearsal.ts';

export const noon = new Date('2026-03-01T12:00:00.000Z');

/** A moment some minutes after noon. */
export function minute(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000);
}

/** The preset with some fields changed, checked as a document is. */
export function policyWith(changes: object, profile: Policy['profile'] = 'load-v2'): Policy {
  const parsed = parsePolicy({ profile, name: profile, ...changes });
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.policy;
}

/** A signal from the service `checkout` that reports HIGH, to vary in tests. */
export function newSignal(changes: Partial<NewSignal> = {}): NewSignal {
  return {
    source: 'probe',
    service: 'checkout',
    title: 'Checkout is slow',
    description: null,
    url: null,
    state: 'FIRING',
    dedupKey: null,
    groupKey: null,
    idempotencyKey: null,
    reportedSeverity: changes.metrics === undefined ? 'HIGH' : null,
    confidence: null,
    metrics: [],
    labels: [],
    occurredAt: null,
    historical: false,
    ...changes,
  };
}

/** As it is stored, received at noon. */
export function storedSignal(changes: Partial<NewSignal> = {}): Signal {
  const { idempotencyKey: _, ...signal } = newSignal(changes);
  const id = 'signal-1' as SignalId;
  const occurredAt = signal.occurredAt ?? noon;
  return { ...signal, id, dedupKey: signal.dedupKey ?? id, occurredAt, receivedAt: noon };
}

export function reading(name: string, value: number, warning: number | null = null, critical: number | null = null) {
  return { name, value, unit: null, warning, critical };
}

/** The incident that a signal opens at noon. */
export function openedIncident(changes: Partial<NewSignal> = {}, policy: Policy = presets['load-v2']): Incident {
  return incidentOf(new Rehearsal(policy).signal(newSignal(changes), noon));
}

export function incidentOf({ incident }: Pick<Verdict, 'incident'>): Incident {
  if (incident === null) throw new Error('The signal belongs to no incident');
  return incident;
}
