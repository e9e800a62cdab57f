import type { IngestResult, Severity } from '@vigil/schema';

export interface ReplayReport {
  /** Signals that the server has, rejected ones left out. */
  readonly signals: number;
  /** Signals by the severity of their decision. */
  readonly severity: Readonly<Record<Severity, number>>;
  /** Signals by the stress of their decision: see {@link countStress}. */
  readonly stress: Readonly<Record<string, number>>;
  /** Distinct incidents. */
  readonly incidents: number;
  /** Distinct escalations. */
  readonly escalations: number;
  readonly ratePerSecond: number;
}

export interface Tally {
  readonly add: (result: IngestResult) => void;
  readonly report: (elapsedMs: number) => ReplayReport;
}

/** Counts answers. A duplicate carries its first answer, so it counts like that one: a run may be stopped and started again. */
export function createTally(): Tally {
  const severity: Record<Severity, number> = { LOW: 0, MEDIUM: 0, HIGH: 0, CRITICAL: 0 };
  const stresses: number[] = [];
  const incidents = new Set<string>();
  const escalations = new Set<string>();
  let signals = 0;
  return {
    add: ({ outcome, decision, incident, escalations: fired }) => {
      if (outcome === 'REJECTED') return;
      signals++;
      if (decision) {
        severity[decision.severity]++;
        stresses.push(decision.stress);
      }
      if (incident) incidents.add(incident.id);
      for (const { id } of fired) escalations.add(id);
    },
    report: (elapsedMs) => ({
      signals,
      severity: { ...severity },
      stress: countStress(stresses),
      incidents: incidents.size,
      escalations: escalations.size,
      ratePerSecond: Math.round((signals / Math.max(elapsedMs, 1)) * 10_000) / 10,
    }),
  };
}

const bands = ['0-9', '10-19', '20-29', '30-39', '40-49', '50-59', '60-69', '70-79', '80-89', '90-100'];

/**
 * Signals by stress: by its value where all are integers from 0 to 6, as `seed-v1` gives them, else in ten bands of 0 to 100.
 * A band holds what is under the next one: `10-19` is 10 ≤ stress < 20.
 */
export function countStress(stresses: readonly number[]): Record<string, number> {
  const points = stresses.every((stress) => Number.isInteger(stress) && stress >= 0 && stress <= 6);
  const names = points ? ['0', '1', '2', '3', '4', '5', '6'] : bands;
  const counts = Object.fromEntries(names.map((name) => [name, 0]));
  for (const stress of stresses) {
    const name = points ? String(stress) : (bands[Math.min(9, Math.max(0, Math.floor(stress / 10)))] ?? '');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
