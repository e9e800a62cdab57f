import type { Severity } from '../__generated__/operations.ts';
import { severities } from '../components/severity.ts';

/** What this browser tells its person beside the board. All of it is off until somebody switches it on. */
export interface NotifySettings {
  /** Severities with a desktop notification. */
  readonly desktop: readonly Severity[];
  /** Severities with a sound. */
  readonly sound: readonly Severity[];
  /** Local times of day, `HH:MM`, between which nothing is told; null for none. They may go over midnight. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** Whether CRITICAL is told in the quiet hours, too. */
  readonly criticalAlways: boolean;
}

export const noNotices: NotifySettings = { desktop: [], sound: [], quiet: null, criticalAlways: true };

const storageKey = 'vigil.notify';
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

export function readNotifySettings(): NotifySettings {
  try {
    return parseNotifySettings(window.localStorage.getItem(storageKey));
  } catch {
    return noNotices;
  }
}

export function keepNotifySettings(settings: NotifySettings): void {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

/** What is not understood is off. */
export function parseNotifySettings(text: string | null): NotifySettings {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? '{}');
  } catch {
    return noNotices;
  }
  if (typeof raw !== 'object' || raw === null) return noNotices;
  const { desktop, sound, quiet, criticalAlways } = raw as Record<string, unknown>;
  return {
    desktop: severitiesOf(desktop),
    sound: severitiesOf(sound),
    quiet: quietOf(quiet),
    criticalAlways: criticalAlways !== false,
  };
}

function severitiesOf(raw: unknown): readonly Severity[] {
  return Array.isArray(raw) ? severities.filter((severity) => raw.includes(severity)) : [];
}

function quietOf(raw: unknown): NotifySettings['quiet'] {
  if (typeof raw !== 'object' || raw === null) return null;
  const { from, to } = raw as Record<string, unknown>;
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return timeOfDay.test(from) && timeOfDay.test(to) ? { from, to } : null;
}

/** Whether a severity may be told at this local time of day (`HH:MM`). */
export function mayTell({ quiet, criticalAlways }: NotifySettings, severity: Severity, time: string): boolean {
  if (quiet === null || (severity === 'CRITICAL' && criticalAlways)) return true;
  const { from, to } = quiet;
  const isQuiet = from <= to ? time >= from && time < to : time >= from || time < to;
  return !isQuiet;
}
