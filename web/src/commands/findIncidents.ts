import type { LiveIncident } from '../live/liveIncident.ts';
import { compareUrgency } from '../live/order.ts';

const mostFound = 8;

/** The most urgent incidents in which all words are found; none for no text. */
export function findIncidents<T extends LiveIncident>(incidents: Iterable<T>, text: string): readonly T[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [];
  const found: T[] = [];
  for (const incident of incidents) {
    const known = `#${incident.number} ${incident.title} ${incident.service}`.toLowerCase();
    if (sought.every((word) => known.includes(word))) found.push(incident);
  }
  return found.sort(compareUrgency).slice(0, mostFound);
}
