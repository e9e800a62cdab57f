import { type Severity, severities } from '../../domain/severity.ts';
import type { SignalOutcome } from '../../domain/signal.ts';
import type { BacktestSide } from '../backtestReport.ts';

/** Counts one side of a comparison. */
export class SideCount {
  #signals = 0;
  readonly #outcomes = new Map<SignalOutcome, number>();
  readonly #severities = new Map<Severity, number>();
  readonly #highest = new Map<Severity, number>();
  #escalations = 0;
  #notifications = 0;
  #openedByRule = 0;

  /** An incident that no signal opened. */
  addOpened(): void {
    this.#openedByRule += 1;
  }

  addSignal(outcome: SignalOutcome, severity: Severity): void {
    this.#signals += 1;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    this.#severities.set(severity, (this.#severities.get(severity) ?? 0) + 1);
  }

  /** An incident that nothing more will happen to; `highest` is null when it took no signal in the range. */
  addIncident(highest: Severity | null, escalations: number, notifications: number): void {
    if (highest !== null) this.#highest.set(highest, (this.#highest.get(highest) ?? 0) + 1);
    this.#escalations += escalations;
    this.#notifications += notifications;
  }

  side(): BacktestSide {
    const outcome = (name: SignalOutcome) => this.#outcomes.get(name) ?? 0;
    const opened = outcome('OPENED') + this.#openedByRule;
    return {
      incidents: opened,
      severity: countsOf(this.#severities),
      incidentSeverity: countsOf(this.#highest),
      logged: outcome('LOGGED'),
      joined: outcome('JOINED'),
      reopened: outcome('REOPENED'),
      suppressed: outcome('SUPPRESSED'),
      escalations: this.#escalations,
      notifications: this.#notifications,
      signalsPerIncident: opened === 0 ? null : this.#signals / opened,
      noiseRatio: this.#signals === 0 ? null : 1 - opened / this.#signals,
    };
  }
}

/** Gravest first. */
function countsOf(counts: ReadonlyMap<Severity, number>): { severity: Severity; count: number }[] {
  return severities.toReversed().map((severity) => ({ severity, count: counts.get(severity) ?? 0 }));
}
