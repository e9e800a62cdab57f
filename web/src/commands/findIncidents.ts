import type { LiveIncident } from '../live/liveIncident.ts';
import { compareUrgency } from '../live/order.ts';

const mostFound = 8;

/** The most urgent incidents in which all words are found; none for no text. Thousands are looked through at each key. */
export function findIncidents<T extends LiveIncident>(incidents: Iterable<T>, text: string): readonly T[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [];
  const found: T[] = [];
  for (const incident of incidents) {
    const last = found[mostFound - 1];
    if (last !== undefined && compareUrgency(incident, last) >= 0) continue;
    const known = `#${incident.number} ${incident.title} ${incident.service}`.toLowerCase();
    if (!sought.every((word) => known.includes(word))) continue;
    found.push(incident);
    found.sort(compareUrgency);
    found.length = Math.min(found.length, mostFound);
  }
  return found;
}
