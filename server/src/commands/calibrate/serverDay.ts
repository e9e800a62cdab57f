import { compareSeverity, type Severity } from '../../domain/severity.ts';
import { type Classification, classify } from '../../engines/classification.ts';
import { evaluateHeldOut, type HeldOut } from '../../engines/learnedSeverity.ts';
import type { Policy } from '../../engines/policy.ts';
import type { LabelledReading } from './labelledReadings.ts';
import { rehearseReadings, samplesOf } from './rehearseReadings.ts';

/** How the rules meet the labels of a file. */
export interface RulesReport {
  readonly medium: Classification;
  readonly high: Classification;
  readonly incidents: number;
  /** Readings for each incident. */
  readonly noise: number | null;
}

export interface SplitReport {
  readonly trainShare: number;
  readonly labelledBefore: number;
  readonly labelledAfter: number;
  /** Null when there was nothing to learn from before the split. */
  readonly heldOut: HeldOut | null;
  /** The rules after the split, were MEDIUM enough to count as called. */
  readonly rulesFromMedium: Classification;
  /** What calling every reading labelled would score. */
  readonly everythingF1: number;
}

export interface ServerDayReport {
  readonly readings: number;
  readonly labelled: number;
  /** How many readings each twelfth of the file has that are labelled. */
  readonly labelledByTwelfth: readonly number[];
  readonly withConfidence: RulesReport;
  readonly metricsAlone: RulesReport;
  /** Of metrics alone: the rules beside the model. */
  readonly splits: readonly SplitReport[];
}

const trainShares = [0.6, 0.7, 0.75, 0.8];

export function reportServerDay(readings: readonly LabelledReading[], policy: Policy): ServerDayReport {
  const alone = readings.map((reading) => ({ ...reading, signal: { ...reading.signal, confidence: null } }));
  const metricsAlone = rehearseReadings(alone, policy);
  const withConfidence = rehearseReadings(readings, policy);
  const samples = samplesOf(alone, metricsAlone.severities, policy);
  return {
    readings: readings.length,
    labelled: count(readings),
    labelledByTwelfth: Array.from({ length: 12 }, (_, part) =>
      count(readings.slice(Math.floor((part * readings.length) / 12), Math.floor(((part + 1) * readings.length) / 12))),
    ),
    withConfidence: rulesReport(readings, withConfidence.severities, withConfidence.incidents.length),
    metricsAlone: rulesReport(readings, metricsAlone.severities, metricsAlone.incidents.length),
    splits: trainShares.map((trainShare): SplitReport => {
      const at = Math.floor(readings.length * trainShare);
      const labelledAfter = count(readings.slice(at));
      return {
        trainShare,
        labelledBefore: count(readings.slice(0, at)),
        labelledAfter,
        heldOut: evaluateHeldOut(samples, trainShare),
        rulesFromMedium: compare(readings.slice(at), metricsAlone.severities.slice(at), 'MEDIUM'),
        everythingF1: (2 * labelledAfter) / (readings.length - at + labelledAfter),
      };
    }),
  };
}

function rulesReport(
  readings: readonly LabelledReading[],
  severities: readonly Severity[],
  incidents: number,
): RulesReport {
  const noise = incidents === 0 ? null : readings.length / incidents;
  const [medium, high] = [compare(readings, severities, 'MEDIUM'), compare(readings, severities, 'HIGH')];
  return { medium, high, incidents, noise };
}

/** Readings of at least this severity count as called. */
function compare(
  readings: readonly LabelledReading[],
  severities: readonly Severity[],
  least: Severity,
): Classification {
  return classify(
    readings.map(({ labelled }, place) => ({
      predicted: compareSeverity(severities[place] ?? 'LOW', least) >= 0,
      actual: labelled,
    })),
  );
}

function count(readings: readonly LabelledReading[]): number {
  return readings.filter(({ labelled }) => labelled).length;
}
