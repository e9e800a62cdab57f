import type { FiringAlert, MaintenanceWindow, Silence } from '../domain/suppression.ts';
import { inhibitionRulesOf } from '../engines/inhibition.ts';
import type { Policy } from '../engines/policy.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { type FiringAt, readFiringAlerts } from '../persistence/suppressedAlerts.ts';
import { readMaintenanceWindows, readSilences, type Stretch } from '../persistence/suppressions.ts';

/** Everything that may hold back the signals of a stretch of time. */
export interface SuppressionState {
  readonly silences: readonly Silence[];
  readonly windows: readonly MaintenanceWindow[];
  /** The alerts that may inhibit others; none when the policy has no rule for it. */
  readonly firing: readonly FiringAlert[];
}

export const nothingSuppresses: SuppressionState = { silences: [], windows: [], firing: [] };

/**
 * The alerts that may inhibit others, as of a moment. Read anew for every batch and within its transaction: whatever was committed before
 * counts, on every server of the database. One that begins to fire in another transaction of the same moment inhibits from its commit on.
 */
export async function readFiring(sql: SqlExecutor, policy: Policy, at: FiringAt): Promise<readonly FiringAlert[]> {
  const sources = inhibitionRulesOf(policy).map(({ source }) => source);
  return sources.length === 0 ? [] : readFiringAlerts(sql, sources, at);
}

/** The silences and maintenance windows of a stretch of time, and nothing that fires: for whoever begins with a blank state. */
export async function readPastSuppression(sql: SqlExecutor, stretch: Stretch): Promise<SuppressionState> {
  const [silences, windows] = await Promise.all([readSilences(sql, stretch), readMaintenanceWindows(sql, stretch)]);
  return { silences, windows, firing: [] };
}
