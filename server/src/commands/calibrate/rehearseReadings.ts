import type { IncidentId } from '../../domain/ids.ts';
import { mostSevere, type Severity } from '../../domain/severity.ts';
import type { NewSignal } from '../../domain/signal.ts';
import { type DecayedBaseline, withReadings } from '../../engines/decayedBaseline.ts';
import type { Sample } from '../../engines/learnedSeverity.ts';
import type { Policy } from '../../engines/policy.ts';
import { featuresOf } from '../../engines/severityFeatures.ts';
import { Rehearsal } from '../../engines/testing/rehearsal.ts';
import type { LabelledReading } from './labelledReadings.ts';

export interface RehearsedIncident {
  readonly openedAt: Date;
  /** The most severe that it ever was. */
  readonly severity: Severity;
}

export interface Rehearsed {
  /** What the rules said of each reading, in order. */
  readonly severities: readonly Severity[];
  readonly incidents: readonly RehearsedIncident[];
}

/** Sends readings through the engines, from a blank state, each at its own time. */
export function rehearseReadings(readings: readonly { signal: NewSignal; at: Date }[], policy: Policy): Rehearsed {
  const rehearsal = new Rehearsal(policy);
  const worst = new Map<IncidentId, Severity>();
  const severities = readings.map(({ signal, at }) => {
    const { decision, changed } = rehearsal.signal(signal, at);
    for (const { incident } of changed) {
      worst.set(incident.id, mostSevere(incident.severity, worst.get(incident.id) ?? incident.severity));
    }
    return decision.severity;
  });
  const incidents = [...rehearsal.incidents.values()].map(({ id, openedAt, severity }) => {
    return { openedAt, severity: worst.get(id) ?? severity };
  });
  return { severities, incidents };
}

/** What a model may learn from: the features of each reading's metrics alone, its label as HIGH or LOW, and what the rules said. */
export function samplesOf(readings: readonly LabelledReading[], rules: readonly Severity[], given: Policy): Sample[] {
  const policy: Policy = { ...given, learned: 'shadow' };
  let baseline: DecayedBaseline | null = null;
  return readings.map(({ signal, at, labelled }, place) => {
    const features = featuresOf(signal, baseline, policy);
    baseline = withReadings(baseline, signal, at.getTime(), policy);
    return { atMs: at.getTime(), features, severity: labelled ? 'HIGH' : 'LOW', rules: rules[place] ?? 'LOW' };
  });
}
