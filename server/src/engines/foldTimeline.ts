import {
  type CountedFields,
  countedFields,
  type FoldedIncident,
  foldedFields,
  type IncidentPatch,
  type LifecycleFields,
} from '../domain/history.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { mostSevere } from '../domain/severity.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import type { Consequences } from './verdict.ts';

/**
 * The incident that its events tell, in their order from the OPENED one: exactly the row's lifecycle fields, and its counters as they stood
 * at the last of these events. Null when the first one does not tell all of it: there is none, or it is from before events told anything.
 */
export function foldTimeline(events: readonly Told[]): FoldedIncident | null {
  // Timelines from before there were systemic incidents do not say that they belong to none.
  const folded: IncidentPatch = { parentId: null, ...(tellsFirsts(events[0]) ? {} : firstsOf(events)) };
  for (const { patch } of events) Object.assign(folded, patch);
  return isComplete(folded) ? folded : null;
}

type Told = Pick<NewTimelineEvent, 'patch'>;

/** Timelines from before the metrics had rollups do not say what was first or highest. */
function tellsFirsts(opened: Told | undefined): boolean {
  return opened?.patch?.highestSeverity !== undefined;
}

/** As much of it as what they do say tells. */
function firstsOf(events: readonly Told[]): IncidentPatch {
  const ends = events.flatMap(({ patch }) => (patch?.resolvedAt && !patch.mergedInto ? [patch.resolvedAt] : []));
  const severities = events.flatMap(({ patch }) => patch?.severity ?? []);
  return {
    source: '',
    highestSeverity: severities.reduce(mostSevere, 'LOW'),
    firstResolvedAt: ends[0] ?? null,
    firstEscalatedAt: null,
    firstSnoozedAt: null,
  };
}

/** The part of an incident that its timeline promises. */
export function lifecycleOf(incident: Incident): LifecycleFields {
  return Object.fromEntries(foldedFields.map((field) => [field, incident[field]])) as LifecycleFields;
}

/**
 * Writes into the events of one step what it changed: each incident's lifecycle fields that differ from before go into its last event, with
 * the counters as they are then. What an event of several says by itself stays.
 *
 * Whoever stores consequences calls this, so that no engine can change an incident and leave its timeline behind.
 */
export function withPatches(
  consequences: Consequences,
  before: (id: IncidentId) => Incident | undefined,
): Consequences['events'] {
  if (consequences.events.length === 0) return consequences.events;
  const patched = [...consequences.events];
  for (const { incident } of consequences.changed) {
    const place = patched.findLastIndex((event) => event.incidentId === incident.id);
    const last = patched[place];
    if (last === undefined) continue;
    const patch = { ...patchBetween(before(incident.id), incident), ...countedOf(incident) };
    patched[place] = { ...last, patch: { ...last.patch, ...patch } };
  }
  return patched;
}

function patchBetween(before: Incident | undefined, after: Incident): IncidentPatch {
  const changed = foldedFields.filter((field) => before === undefined || !isSame(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** The counters of an incident, which its timeline only knows as of the last event. */
export function countedOf(incident: Incident): CountedFields {
  return Object.fromEntries(countedFields.map((field) => [field, incident[field]])) as CountedFields;
}

/** Decisions are replaced, never written to: another object is another decision. */
function isSame(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}

function isComplete(patch: IncidentPatch): patch is FoldedIncident {
  return [...foldedFields, ...countedFields].every((field) => patch[field] !== undefined);
}
