import type { AlertId, IncidentId } from './ids.ts';
import type { Label, MetricReading, SignalState } from './signal.ts';

/** All signals with one dedup key within one incident. */
export interface Alert {
  readonly id: AlertId;
  readonly incidentId: IncidentId;
  readonly dedupKey: string;
  readonly source: string;
  readonly service: string;
  readonly title: string;
  readonly url: string | null;
  readonly state: SignalState;
  readonly signalCount: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly labels: readonly Label[];
  readonly metrics: readonly MetricReading[];
  /** Its last 21 states, the newest in the lowest bit: 1 is FIRING. */
  readonly stateHistory: number;
  /** When the newest of these was written. */
  readonly stateCheckedAt: Date;
  /** Whether it changes between firing and resolved so often that nobody is told any more. */
  readonly flapping: boolean;
}
