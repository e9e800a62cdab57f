import type { Severity } from '../domain/severity.ts';
import type { Signal } from '../domain/signal.ts';
import type { MaintenanceWindow, Silence, Suppressor } from '../domain/suppression.ts';
import { type Inhibitors, inhibitionsOf } from './inhibition.ts';
import { maintainersOf } from './maintenance.ts';
import { silencersOf } from './silence.ts';

/** Everything that may hold signals back now. */
export interface Suppression {
  readonly silences: readonly Silence[];
  readonly windows: readonly MaintenanceWindow[];
  readonly inhibitors: Inhibitors;
}

export const noSuppression: Suppression = {
  silences: [],
  windows: [],
  inhibitors: { rules: [], placed: new Map() },
};

/** More suppressors than this of one signal explain nothing more. */
const mostNamed = 10;

/**
 * What holds a firing signal back at a moment: silences first, then maintenance windows, then inhibitions; empty when nothing does.
 * `severity` is the one that the engines decided for it.
 */
export function suppressorsOf(
  signal: Signal,
  severity: Severity,
  { silences, windows, inhibitors }: Suppression,
  now: Date,
): Suppressor[] {
  if (silences.length === 0 && windows.length === 0 && inhibitors.rules.length === 0) return [];
  const { source, service, title, labels, dedupKey, historical } = signal;
  const subject = { source, service, title, severity, labels, dedupKey, historical };
  return [
    ...silencersOf(subject, silences, now),
    ...maintainersOf(subject, windows, now),
    ...inhibitionsOf(subject, inhibitors),
  ].slice(0, mostNamed);
}
