import type { TransactionSql } from 'postgres';
import type { NewTimelineEvent } from '../domain/timeline.ts';

/** Appends events in their order; ids ascend in it. */
export async function appendTimeline(tx: TransactionSql, events: readonly NewTimelineEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx`
    insert into timeline (incident_id, kind, at, actor, rule_id, message, note)
    select incident_id, kind::timeline_kind, at::timestamptz, actor, rule_id, message, note
    from unnest(
      ${events.map((event) => event.incidentId)}::uuid[],
      ${events.map((event) => event.kind)}::text[],
      ${events.map((event) => event.at.toISOString())}::text[],
      ${events.map((event) => event.actor)}::text[],
      ${events.map((event) => event.ruleId)}::text[],
      ${events.map((event) => event.message)}::text[],
      ${events.map((event) => event.note)}::text[]
    ) with ordinality as new(incident_id, kind, at, actor, rule_id, message, note, place)
    order by place`;
}
