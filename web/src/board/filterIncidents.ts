import type { Severity } from '../__generated__/operations.ts';
import type { LiveIncident } from '../live/liveIncident.ts';
import { type BoardFilters, splitSeverities } from './boardSearch.ts';

interface BoardFilter {
  readonly severities: ReadonlySet<Severity>;
  readonly service: string | undefined;
  /** All of these words must be found, in lower case. */
  readonly words: readonly string[];
}

export function toBoardFilter({ severity, service, q }: BoardFilters): BoardFilter {
  return {
    severities: new Set(splitSeverities(severity)),
    service,
    words: (q ?? '').toLowerCase().split(/\s+/).filter(Boolean),
  };
}

/** The incidents that match, in the same order; the same array when all do. */
export function filterIncidents<T extends LiveIncident>(incidents: readonly T[], filter: BoardFilter): readonly T[] {
  if (filter.severities.size === 0 && filter.service === undefined && filter.words.length === 0) return incidents;
  const matching = incidents.filter((incident) => matches(incident, filter));
  return matching.length === incidents.length ? incidents : matching;
}

function matches(incident: LiveIncident, { severities, service, words }: BoardFilter): boolean {
  if (severities.size > 0 && !severities.has(incident.severity)) return false;
  if (service !== undefined && incident.service !== service) return false;
  if (words.length === 0) return true;
  const text = soughtText(incident);
  return words.every((word) => text.includes(word));
}

const texts = new WeakMap<LiveIncident, string>();

/** Remembered: thousands are looked through at each change, and most are what they were. */
function soughtText(incident: LiveIncident): string {
  const known = texts.get(incident);
  if (known !== undefined) return known;
  const made = `#${incident.number} ${incident.title} ${incident.service}`.toLowerCase();
  texts.set(incident, made);
  return made;
}
