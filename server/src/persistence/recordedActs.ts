import type { IncidentId } from '../domain/ids.ts';
import type { RecordedAct } from '../domain/recordedAct.ts';
import type { Severity } from '../domain/severity.ts';
import type { SqlExecutor } from './database.ts';

/** An incident's later acts are left out: only a machine does so much. */
const mostActs = 1_000;
const longestReason = 200;

/** What people do has rules of its own; the same kinds of events that a rule made are not among them. */
const handMade = [
  'lifecycle.acknowledge',
  'lifecycle.unacknowledge',
  'lifecycle.resolve',
  'lifecycle.reopen',
  'lifecycle.note',
  'lifecycle.snooze',
  'lifecycle.unsnooze',
  'lifecycle.assign',
  'lifecycle.override',
  'lifecycle.lift_override',
  'lifecycle.merge',
  'lifecycle.unmerge',
];

interface ActRow {
  readonly incidentId: IncidentId;
  readonly kind: string;
  readonly at: Date;
  readonly actor: string;
  /** The patch's; each null where it says nothing. */
  readonly until: string | null;
  readonly assignee: string | null;
  readonly severity: Severity | null;
  readonly into: IncidentId | null;
  readonly reason: string | null;
}

/** What people did to incidents before a moment, oldest first. */
export async function readRecordedActs(
  sql: SqlExecutor,
  ids: readonly IncidentId[],
  before: Date,
): Promise<ReadonlyMap<IncidentId, readonly RecordedAct[]>> {
  const rows = await sql<ActRow[]>`
    select incident_id, kind, at, actor, patch->>'snoozedUntil' as until, patch->>'assignee' as assignee,
      patch->>'overriddenSeverity' as severity, patch->>'mergedInto' as into,
      case when kind = 'SEVERITY_OVERRIDDEN' then left(note, ${longestReason}) end as reason
    from unnest(${[...ids]}::uuid[]) as wanted(incident), lateral (
      select * from timeline
      where incident_id = wanted.incident and rule_id = any(${handMade}::text[]) and at < ${before}
      order by id limit ${mostActs}) as done
    order by id`;
  const acts = new Map<IncidentId, RecordedAct[]>();
  const overridden = new Map<IncidentId, Severity>();
  for (const row of rows) {
    // Overridden again for another reason only: then the event does not tell the severity once more.
    const severity = row.severity ?? overridden.get(row.incidentId) ?? null;
    if (row.severity !== null) overridden.set(row.incidentId, row.severity);
    const act = actOf(row, severity);
    if (act === null) continue;
    const known = acts.get(row.incidentId);
    if (known === undefined) acts.set(row.incidentId, [act]);
    else known.push(act);
  }
  return acts;
}

/** Null for what happened to the other one of a merge, and for an event from before events told what they changed. */
function actOf({ incidentId, kind, at, actor, until, assignee, into, reason }: ActRow, severity: Severity | null) {
  const done = { incidentId, at, actor };
  switch (kind) {
    case 'ACKNOWLEDGED':
    case 'UNACKNOWLEDGED':
    case 'RESOLVED':
    case 'REOPENED':
    case 'NOTE_ADDED':
    case 'SNOOZE_ENDED':
    case 'SEVERITY_OVERRIDE_LIFTED':
    case 'UNMERGED':
      return { ...done, kind } satisfies RecordedAct;
    case 'SNOOZED':
      return until === null ? null : ({ ...done, kind, until: new Date(until) } satisfies RecordedAct);
    case 'ASSIGNED':
      return { ...done, kind, assignee } satisfies RecordedAct;
    case 'SEVERITY_OVERRIDDEN':
      return severity === null
        ? null
        : ({ ...done, kind, severity, reason: reason ?? 'not told' } satisfies RecordedAct);
    case 'MERGED':
      return into === null ? null : ({ ...done, kind, into } satisfies RecordedAct);
    default:
      return null;
  }
}
