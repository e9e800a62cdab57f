import type { TransactionSql } from 'postgres';
import { foldedMoments, type IncidentPatch } from '../domain/history.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import type { SqlExecutor } from './database.ts';

/** Appends events in their order; ids ascend in it. */
export async function appendTimeline(tx: TransactionSql, events: readonly NewTimelineEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx`
    insert into timeline (incident_id, kind, at, actor, rule_id, message, note, token_id, patch)
    select incident_id, kind::timeline_kind, at::timestamptz, actor, rule_id, message, note, token_id, patch::jsonb
    from unnest(
      ${events.map((event) => event.incidentId)}::uuid[],
      ${events.map((event) => event.kind)}::text[],
      ${events.map((event) => event.at.toISOString())}::text[],
      ${events.map((event) => event.actor)}::text[],
      ${events.map((event) => event.ruleId)}::text[],
      ${events.map((event) => event.message)}::text[],
      ${events.map((event) => event.note)}::text[],
      ${events.map((event) => event.tokenId ?? null)}::text[],
      ${events.map((event) => JSON.stringify(event.patch ?? {}))}::text[]
    ) with ordinality as new(incident_id, kind, at, actor, rule_id, message, note, token_id, patch, place)
    order by place`;
}

/** What the events of an incident changed, up to a moment, in their order: what its state is folded from. */
export async function readPatches(
  sql: SqlExecutor,
  incidentId: IncidentId,
  until: Date,
): Promise<{ readonly at: Date; readonly patch: IncidentPatch }[]> {
  const rows = await sql<{ at: Date; patch: Record<string, unknown> }[]>`
    select at, patch from timeline where incident_id = ${incidentId} and at <= ${until} order by id`;
  return rows.map(({ at, patch }) => ({ at, patch: revived(patch) }));
}

/** The one place that writes patches is above; what JSON made text of becomes moments again. */
function revived(stored: Record<string, unknown>): IncidentPatch {
  const patch = { ...stored };
  for (const field of foldedMoments) {
    const text = patch[field];
    if (typeof text === 'string') patch[field] = new Date(text);
  }
  return patch as IncidentPatch;
}
