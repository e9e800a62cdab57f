import type { SignalId } from './ids.ts';
import type { Severity } from './severity.ts';

export const signalStates = ['FIRING', 'RESOLVED'] as const;
export type SignalState = (typeof signalStates)[number];

export interface MetricReading {
  readonly name: string;
  readonly value: number;
  readonly unit: string | null;
  /** From here on the source would warn; above `critical` when low values are bad. */
  readonly warning: number | null;
  readonly critical: number | null;
}

export interface Label {
  readonly name: string;
  readonly value: string;
}

/** A signal as a transport hands it in: validated and cleaned, not yet received. */
export interface NewSignal {
  readonly source: string;
  readonly service: string;
  readonly title: string;
  readonly description: string | null;
  readonly url: string | null;
  readonly state: SignalState;
  readonly dedupKey: string | null;
  /** Given by bridges whose tool groups by itself, such as Alertmanager's `groupKey`; the policy's grouping counts when null. */
  readonly groupKey: string | null;
  readonly idempotencyKey: string | null;
  readonly reportedSeverity: Severity | null;
  /** How sure the source is, 0 to 1. */
  readonly confidence: number | null;
  readonly metrics: readonly MetricReading[];
  /** Sorted by name. */
  readonly labels: readonly Label[];
  /** By the source's clock; null means now. */
  readonly occurredAt: Date | null;
  readonly historical: boolean;
}

/** A signal as it is stored: immutable. */
export interface Signal extends Omit<NewSignal, 'dedupKey' | 'occurredAt' | 'idempotencyKey'> {
  readonly id: SignalId;
  readonly dedupKey: string;
  readonly occurredAt: Date;
  /** By the database's clock. */
  readonly receivedAt: Date;
}

/** What became of a stored signal. */
export const signalOutcomes = ['OPENED', 'JOINED', 'REOPENED', 'RESOLVED', 'LOGGED', 'SUPPRESSED'] as const;
export type SignalOutcome = (typeof signalOutcomes)[number];
