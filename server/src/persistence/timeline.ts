import { foldedMoments, type IncidentPatch } from '../domain/history.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import type { SqlExecutor } from './database.ts';
import { aboutRows, documents, moments, plain, rowColumns, texts } from './rowColumns.ts';
import type { Statement } from './statement.ts';

const eventColumns = rowColumns<NewTimelineEvent>({
  incident_id: plain('uuid', ({ incidentId }) => incidentId),
  kind: plain('timeline_kind', ({ kind }) => kind),
  at: moments(({ at }) => at),
  actor: texts(({ actor }) => actor),
  rule_id: texts(({ ruleId }) => ruleId),
  message: texts(({ message }) => message),
  note: texts(({ note }) => note),
  token_id: texts(({ tokenId }) => tokenId ?? null),
  notification_id: texts(({ notificationId }) => notificationId ?? null),
  patch: documents('jsonb', ({ patch }) => patch ?? {}),
});
const appendStatement = `
  insert into timeline (${eventColumns.nameList}) select ${eventColumns.nameList} from ${eventColumns.source}`;

/** Appends events in their order; ids ascend in it, since the rows of an array come in its order. */
export function appendTimeline(events: readonly NewTimelineEvent[]): Statement[] {
  return aboutRows(appendStatement, eventColumns, events);
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
