import type { ShownIncident } from '../live/pendingAction.ts';

/** So many alike are a storm: one group with a count instead of a waterfall of cards. */
export const stormBound = 25;

/** What stands in a column: an incident, or many that are alike. */
export type Unit =
  | { readonly kind: 'INCIDENT'; readonly id: string; readonly incident: ShownIncident; readonly inGroup: boolean }
  | {
      readonly kind: 'GROUP';
      readonly id: string;
      /** The incident that speaks for it: the systemic one, else the most urgent. */
      readonly lead: ShownIncident;
      /** All of them, the most urgent first; without the systemic incident itself. */
      readonly members: readonly ShownIncident[];
      readonly isOpen: boolean;
    };

/**
 * Folds what is alike: children of one systemic incident, and incidents whose titles differ in numbers and ids only. A group
 * stands where its most urgent member stood; one that is open (by its id) is followed by its members.
 */
export function foldStorms(incidents: readonly ShownIncident[], open: ReadonlySet<string>): readonly Unit[] {
  if (incidents.length < stormBound) return incidents.map(unitOf);
  const keys = keysOf(incidents);
  const members = new Map<string, ShownIncident[]>();
  for (const [at, incident] of incidents.entries()) {
    const key = keys[at] ?? '';
    const known = members.get(key);
    if (known) known.push(incident);
    else members.set(key, [incident]);
  }
  const units: Unit[] = [];
  const folded = new Set<string>();
  for (const [at, incident] of incidents.entries()) {
    const key = keys[at] ?? '';
    const alike = members.get(key) ?? [];
    if (alike.length < stormBound) units.push(unitOf(incident));
    else if (!folded.has(key)) {
      folded.add(key);
      units.push(...groupOf(key, alike, open.has(key)));
    }
  }
  return units;
}

const parentPrefix = 'systemic ';

/** The group, and behind it its members when it is open. */
function groupOf(key: string, alike: readonly ShownIncident[], isOpen: boolean): readonly Unit[] {
  const parentId = key.startsWith(parentPrefix) ? key.slice(parentPrefix.length) : null;
  const lead = alike.find(({ id }) => id === parentId) ?? alike[0];
  if (lead === undefined) return [];
  const members = alike.filter(({ id }) => id !== parentId);
  const group: Unit = { kind: 'GROUP', id: key, lead, members, isOpen };
  const shown = isOpen ? members : [];
  return [group, ...shown.map((incident): Unit => ({ kind: 'INCIDENT', id: incident.id, incident, inGroup: true }))];
}

/** What each incident has in common with those that are alike. */
function keysOf(incidents: readonly ShownIncident[]): readonly string[] {
  const wanted = new Set<string>();
  for (const { parentId } of incidents) if (parentId !== null) wanted.add(parentId);
  const parents = new Set<string>();
  if (wanted.size > 0) for (const { id } of incidents) if (wanted.has(id)) parents.add(id);
  return incidents.map(({ id, parentId, title }) => {
    if (parentId !== null && parents.has(parentId)) return `${parentPrefix}${parentId}`;
    return parents.has(id) ? `${parentPrefix}${id}` : templateKey(title);
  });
}

const templates = new Map<string, string>();
const mostTemplates = 20_000;

/** A title without what tells one host or request from another. Remembered: the same titles come ten times a second. */
function templateKey(title: string): string {
  const known = templates.get(title);
  if (known !== undefined) return known;
  if (templates.size >= mostTemplates) templates.clear();
  const made = `title ${title.toLowerCase().replace(/\b[0-9a-f]{8,}\b|[\w.-]*\d[\w.-]*/g, '#')}`;
  templates.set(title, made);
  return made;
}

const units = new WeakMap<ShownIncident, Unit>();

/** The same unit for the same incident, so that nothing is made anew for those that did not change. */
function unitOf(incident: ShownIncident): Unit {
  const known = units.get(incident);
  if (known !== undefined) return known;
  const made: Unit = { kind: 'INCIDENT', id: incident.id, incident, inGroup: false };
  units.set(incident, made);
  return made;
}
