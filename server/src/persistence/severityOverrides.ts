import type { IncidentId } from '../domain/ids.ts';
import type { Severity } from '../domain/severity.ts';
import type { Signal } from '../domain/signal.ts';
import type { SqlExecutor } from './database.ts';

/** The severity that a person gave an incident last. */
export interface SeverityCorrection {
  readonly incidentId: IncidentId;
  readonly service: string;
  readonly severity: Severity;
  readonly at: Date;
}

/** One for each incident that was corrected in a range, lifted or not; the newest `limit`. */
export async function readSeverityCorrections(
  sql: SqlExecutor,
  { from, limit }: { from: Date; limit: number },
): Promise<SeverityCorrection[]> {
  return sql<SeverityCorrection[]>`
    select incident_id, service, severity, at from (
      select distinct on (timeline.incident_id) timeline.incident_id, incident.service,
        timeline.patch->>'overriddenSeverity' as severity, timeline.at
      from timeline join incident on incident.id = timeline.incident_id
      where timeline.kind = 'SEVERITY_OVERRIDDEN' and timeline.patch ? 'overriddenSeverity' and timeline.at >= ${from}
      order by timeline.incident_id, timeline.id desc
    ) as corrected
    order by at desc limit ${limit}`;
}

/** A signal with readings, as much of it as learning needs. */
export interface StoredReading
  extends Pick<Signal, 'id' | 'receivedAt' | 'occurredAt' | 'service' | 'state' | 'metrics' | 'historical'> {
  readonly incidentId: IncidentId | null;
  /** What the rules said. */
  readonly severity: Severity;
}

/** The readings of some services in the order of their receipt, in pages: those behind `after`, received before `to`. */
export async function readReadingPage(
  sql: SqlExecutor,
  page: { services: readonly string[]; after: { receivedAt: Date; id: string }; to: Date; limit: number },
): Promise<StoredReading[]> {
  const { services, after, to, limit } = page;
  return sql<StoredReading[]>`
    select id, received_at, occurred_at, service, state, metrics, historical, incident_id, decision->>'severity' as severity
    from signal
    where received_at >= ${after.receivedAt} and received_at < ${to}
      and (received_at, id) > (${after.receivedAt}, ${after.id}::text::uuid)
      and service = any(${[...services]}::text[]) and metrics::text <> '[]'
    order by received_at, id limit ${limit}`;
}
