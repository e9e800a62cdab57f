import { compareSeverity } from '../domain/severity.ts';
import type { FiringAlert } from '../domain/suppression.ts';
import type { UserError } from '../domain/userError.ts';
import { matchesAll } from '../engines/matchers.ts';
import { readFiringAlerts } from '../persistence/suppressedAlerts.ts';
import type { App } from './app.ts';
import { type MatcherInput, parseMatchers } from './parseMatchers.ts';

export interface MatcherPreview {
  readonly count: number;
  /** The most severe first. */
  readonly alerts: readonly FiringAlert[];
  readonly userErrors: readonly UserError[];
}

const mostShown = 20;

/** The alerts that fire now and that matchers match. */
export async function previewMatchers(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  inputs: readonly MatcherInput[],
): Promise<MatcherPreview> {
  const userErrors: UserError[] = [];
  const matchers = parseMatchers(inputs, ['matchers'], userErrors);
  if (userErrors.length > 0) return { count: 0, alerts: [], userErrors };
  const now = await clock.now();
  const firing = await readFiringAlerts(database.sql, [matchers], { live: now, historical: now });
  const matched = firing.filter((alert) => !alert.historical && matchesAll(matchers, alert));
  const alerts = matched.toSorted((one, other) => compareSeverity(other.severity, one.severity)).slice(0, mostShown);
  return { count: matched.length, alerts, userErrors: [] };
}
