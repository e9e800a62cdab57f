import type { IncidentDetail, RelatedIncident } from './IncidentDetail.ts';
import type { TimelineEvent } from './readTimeline.ts';

/** An incident that belongs to this one, and why. */
export interface Relation {
  readonly kind: 'MERGED_INTO' | 'TOOK_IN' | 'PART_OF' | 'STANDS_FOR';
  readonly incident: RelatedIncident;
  /** The rule's or the person's words; undefined when the timeline does not tell. */
  readonly why: string | undefined;
}

export const relationWords = {
  MERGED_INTO: 'Merged into',
  TOOK_IN: 'Took in',
  PART_OF: 'Part of',
  STANDS_FOR: 'Stands for',
} as const satisfies Record<Relation['kind'], string>;

/** What an incident is part of and what is part of it, each with the reason that its timeline gives. */
export function relationsOf(incident: IncidentDetail, events: readonly TimelineEvent[]): readonly Relation[] {
  const { mergedInto, mergedIncidents, parent, children } = incident;
  return [
    ...(mergedInto === null ? [] : [relation('MERGED_INTO', mergedInto, events)]),
    ...(parent === null ? [] : [relation('PART_OF', parent, events)]),
    ...children.map((child) => relation('STANDS_FOR', child, events)),
    ...mergedIncidents.map((merged) => relation('TOOK_IN', merged, events)),
  ];
}

const tellingKinds: readonly TimelineEvent['kind'][] = ['MERGED', 'TOOK_IN', 'CHILD_JOINED', 'JOINED_PARENT', 'OPENED'];

function relation(kind: Relation['kind'], incident: RelatedIncident, events: readonly TimelineEvent[]): Relation {
  const mention = new RegExp(`#${incident.number}(?!\\d)`);
  const event = events.findLast((each) => tellingKinds.includes(each.kind) && mention.test(each.message));
  return { kind, incident, why: event === undefined ? undefined : reasonOf(event, incident) };
}

/** "Took in #44 (Mails wait): email-worker fired together with search" → what stands behind the name. */
function reasonOf({ message, note }: TimelineEvent, { number, title }: RelatedIncident): string {
  const name = `#${number} (${title})`;
  const at = message.indexOf(name);
  const behind = at < 0 ? '' : message.slice(at + name.length).replace(/^[:\s]+/, '');
  return [behind === '' ? message : behind, note].filter((part) => part !== null && part !== '').join(' – ');
}
