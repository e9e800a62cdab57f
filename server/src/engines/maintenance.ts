import type { MaintenanceSchedule, MaintenanceWindow, Suppressor } from '../domain/suppression.ts';
import { type Matchable, matchesAll } from './matchers.ts';
import { recurrenceOf } from './recurrence.ts';

/** One opening of a window; the end is not part of it. */
export interface Opening {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The first opening that has not ended at a moment; null when there is none. One lasts as long as the others in elapsed time. */
export function openingAt(schedule: MaintenanceSchedule, at: Date): Opening | null {
  const { rule } = schedule;
  if (rule === null) {
    const only = openingOf(schedule.startsAt.getTime(), schedule);
    return at < only.endsAt ? only : null;
  }
  const recurrence = recurrenceOf({ ...schedule, rule });
  // Of openings that overlap the last to begin is the last to end.
  const last = recurrence.previous(new Date(at.getTime()), true);
  const lasting = last === null ? null : openingOf(last.epochMilliseconds, schedule);
  if (lasting !== null && at < lasting.endsAt) return lasting;
  const next = recurrence.next(new Date(at.getTime()), false);
  return next === null ? null : openingOf(next.epochMilliseconds, schedule);
}

/** The openings from a moment on, the one that lasts included; at most `most` of them. */
export function openingsFrom(schedule: MaintenanceSchedule, from: Date, most: number): Opening[] {
  const openings: Opening[] = [];
  let opening = openingAt(schedule, from);
  while (opening !== null && openings.length < most) {
    openings.push(opening);
    opening = openingAfter(schedule, opening);
  }
  return openings;
}

/** When a schedule closes for the last time; null when its rule never ends. */
export function lastEndOf(schedule: MaintenanceSchedule): Date | null {
  const { rule } = schedule;
  if (rule === null) return openingOf(schedule.startsAt.getTime(), schedule).endsAt;
  if (!/(^|;)(COUNT|UNTIL)=/.test(rule)) return null;
  const last = recurrenceOf({ ...schedule, rule }).previous(endOfTime, true);
  return last === null ? schedule.startsAt : openingOf(last.epochMilliseconds, schedule).endsAt;
}

function openingAfter(schedule: MaintenanceSchedule, { startsAt }: Opening): Opening | null {
  const { rule } = schedule;
  if (rule === null) return null;
  const next = recurrenceOf({ ...schedule, rule }).next(new Date(startsAt.getTime()), false);
  return next === null ? null : openingOf(next.epochMilliseconds, schedule);
}

export function openingOf(startMs: number, { durationMinutes }: MaintenanceSchedule): Opening {
  return { startsAt: new Date(startMs), endsAt: new Date(startMs + durationMinutes * 60_000) };
}

/** The maintenance windows that are open at a moment and hold a signal back. */
export function maintainersOf(subject: Matchable, windows: readonly MaintenanceWindow[], now: Date): Suppressor[] {
  return windows.flatMap((window): Suppressor[] => {
    if (!matchesAll(window.matchers, subject)) return [];
    const endsAt = openUntil(window, now);
    if (endsAt === null) return [];
    return [{ kind: 'MAINTENANCE', id: window.id, reason: `Maintenance ${window.name} until ${endsAt.toISOString()}` }];
  });
}

/** When the opening that lasts at a moment ends; null when the window is closed then. */
export function openUntil(window: MaintenanceWindow, now: Date): Date | null {
  if (window.endsAt !== null && now >= window.endsAt) return null;
  const opening = openingRemembered(window, now);
  return opening !== null && opening.startsAt <= now ? opening.endsAt : null;
}

/**
 * A recurrence takes 30 µs to ask, and signal after signal comes within one opening or before the next. What was the answer at a moment
 * is the answer until that opening ends: it lasts, or is still the next, or has begun.
 */
function openingRemembered(window: MaintenanceWindow, now: Date): Opening | null {
  const { startsAt, durationMinutes, rule, timeZone } = window;
  if (rule === null) return openingAt(window, now);
  const key = `${startsAt.getTime()} ${durationMinutes} ${timeZone} ${rule}`;
  const known = remembered.get(key);
  if (known !== undefined && now >= known.since && (known.opening === null || now < known.opening.endsAt)) {
    return known.opening;
  }
  const opening = openingAt(window, now);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, { since: now, opening });
  return opening;
}

const remembered = new Map<string, { readonly since: Date; readonly opening: Opening | null }>();
const mostRemembered = 2_000;
const endOfTime = new Date('9999-12-31T00:00:00.000Z');
