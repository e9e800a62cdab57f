import type { SqlExecutor } from './database.ts';
import type { IncidentSelection } from './incidentSelection.ts';

export interface TallyTotals {
  readonly signals: number;
  readonly alerts: number;
  readonly incidents: number;
  readonly notifications: number;
  readonly suppressed: number;
}

/** What was received in a selection's range, for its services. */
export async function readTallyTotals(
  sql: SqlExecutor,
  { opened, service }: Pick<IncidentSelection, 'opened' | 'service'>,
): Promise<TallyTotals> {
  const [totals] = await sql<TallyTotals[]>`
    select coalesce(sum(signals), 0)::int as signals, coalesce(sum(alerts), 0)::int as alerts,
      coalesce(sum(incidents), 0)::int as incidents, coalesce(sum(notifications), 0)::int as notifications,
      coalesce(sum(suppressed), 0)::int as suppressed
    from tally where ${opened === null ? sql`true` : sql`minute >= ${opened.from} and minute < ${opened.to}`}
      ${service === null ? sql`` : sql`and service = any(${[...service]}::text[])`}`;
  return totals ?? { signals: 0, alerts: 0, incidents: 0, notifications: 0, suppressed: 0 };
}
