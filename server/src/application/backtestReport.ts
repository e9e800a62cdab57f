import type { IncidentId, SignalId } from '../domain/ids.ts';
import type { Severity } from '../domain/severity.ts';
import type { UserError } from '../domain/userError.ts';

export interface BacktestSide {
  /** Opened in the range. */
  readonly incidents: number;
  readonly severity: readonly { severity: Severity; count: number }[];
  /** Incidents that took signals in the range, by the highest severity of those. */
  readonly incidentSeverity: readonly { severity: Severity; count: number }[];
  readonly logged: number;
  readonly joined: number;
  readonly reopened: number;
  readonly suppressed: number;
  readonly escalations: number;
  readonly notifications: number;
  /** Null without incidents. */
  readonly signalsPerIncident: number | null;
  /** The share of signals that opened no incident, 0 to 1; null without signals. */
  readonly noiseRatio: number | null;
}

export interface SignalSeverityChange {
  readonly id: SignalId;
  readonly service: string;
  readonly title: string;
  readonly receivedAt: Date;
  readonly before: Severity;
  readonly after: Severity;
}

export interface IncidentSeverityChange {
  readonly id: IncidentId;
  readonly number: number;
  readonly service: string;
  readonly title: string;
  readonly before: Severity;
  readonly after: Severity;
}

/** Where a draft differs from what happened. Of each kind of example the first 100 are kept. */
export interface BacktestDifference {
  readonly signals: number;
  readonly severityShifts: readonly { before: Severity; after: Severity; count: number }[];
  readonly signalExamples: readonly SignalSeverityChange[];
  readonly incidents: number;
  readonly incidentExamples: readonly IncidentSeverityChange[];
  readonly incidentsAdded: number;
  readonly incidentsMerged: number;
  readonly mergedExamples: readonly { id: IncidentId; into: IncidentId | null }[];
  readonly incidentsRemoved: number;
  readonly removedExamples: readonly IncidentId[];
  readonly escalationsAdded: number;
  readonly escalationsRemoved: number;
  readonly notificationsAdded: number;
  readonly notificationsRemoved: number;
}

export interface BacktestReport {
  readonly signals: number;
  readonly draft: BacktestSide | null;
  readonly actual: BacktestSide | null;
  readonly difference: BacktestDifference | null;
  readonly userErrors: readonly UserError[];
}

export interface BacktestProgress {
  readonly done: number;
  readonly total: number;
  readonly ratePerSecond: number;
  /** Null until it is done. */
  readonly report: BacktestReport | null;
}
