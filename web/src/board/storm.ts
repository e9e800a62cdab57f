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
  if (incidents.length < stormBound) return incidents.map((incident) => toUnit(incident, false));
  const here = new Map(incidents.map((incident) => [incident.id, incident]));
  const members = new Map<string, ShownIncident[]>();
  const keys = incidents.map((incident) => keyOf(incident, here));
  for (const [at, incident] of incidents.entries()) {
    const key = keys[at] ?? '';
    const known = members.get(key);
    if (known) known.push(incident);
    else members.set(key, [incident]);
  }
  const folded = new Set<string>();
  return incidents.flatMap((incident, at): readonly Unit[] => {
    const key = keys[at] ?? '';
    const alike = members.get(key) ?? [];
    if (alike.length < stormBound) return [toUnit(incident, false)];
    if (folded.has(key)) return [];
    folded.add(key);
    const isOpen = open.has(key);
    const lead = here.get(key.slice(parentPrefix.length)) ?? incident;
    const others = alike.filter(({ id }) => id !== lead.id || !key.startsWith(parentPrefix));
    const group: Unit = { kind: 'GROUP', id: key, lead, members: others, isOpen };
    return isOpen ? [group, ...others.map((each) => toUnit(each, true))] : [group];
  });
}

const parentPrefix = 'systemic ';

function keyOf(incident: ShownIncident, here: ReadonlyMap<string, ShownIncident>): string {
  const { id, parentId } = incident;
  if (parentId !== null && here.has(parentId)) return `${parentPrefix}${parentId}`;
  if (incident.service === 'system' && parentId === null && isParent(id, here)) return `${parentPrefix}${id}`;
  return `title ${template(incident.title)}`;
}

function isParent(id: string, here: ReadonlyMap<string, ShownIncident>): boolean {
  for (const { parentId } of here.values()) if (parentId === id) return true;
  return false;
}

const templates = new Map<string, string>();
const mostTemplates = 20_000;

/** A title without what tells one host or request from another. Remembered: the same titles come ten times a second. */
function template(title: string): string {
  const known = templates.get(title);
  if (known !== undefined) return known;
  if (templates.size >= mostTemplates) templates.clear();
  const made = title.toLowerCase().replace(/\b[0-9a-f]{8,}\b|[\w.-]*\d[\w.-]*/g, '#');
  templates.set(title, made);
  return made;
}

function toUnit(incident: ShownIncident, inGroup: boolean): Unit {
  return { kind: 'INCIDENT', id: incident.id, incident, inGroup };
}
