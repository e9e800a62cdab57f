import type { Incident, Severity } from '@vigil/schema';

export type ResponderAction = {
  readonly kind: 'acknowledge' | 'resolve';
  readonly id: string;
  /** The place of the responder in the list of them. */
  readonly responder: number;
};

export type BoardIncident = Pick<
  Incident,
  'id' | 'number' | 'service' | 'severity' | 'status' | 'openedAt' | 'acknowledgedAt' | 'acknowledgedBy'
>;

export interface Board {
  /** The unresolved incidents of the demo. */
  readonly incidents: readonly BoardIncident[];
  /** Services in which a story is playing: what a responder closes there would be reopened at once. */
  readonly firing: ReadonlySet<string>;
  /** Names of the demo's responders. What somebody else acknowledged is left to them while there is room. */
  readonly responders: readonly string[];
  readonly nowMs: number;
  /** More unresolved incidents than this flood the board. */
  readonly most: number;
}

/** After how many seconds somebody acknowledges, at the soonest and at the latest. A CRITICAL one is left to the visitor for a while. */
const acknowledgeAfter: Readonly<Record<Severity, readonly [number, number] | null>> = {
  LOW: null,
  MEDIUM: [20, 120],
  HIGH: [15, 70],
  CRITICAL: [60, 240],
};
/** While nothing is acknowledged, somebody takes an incident as soon as this: the figures should not stay empty for long. */
const firstAfterSeconds = 12;
const resolveAfter = [60, 180] as const;
/** Nobody waits longer for an incident in which nothing happens any more. */
const staleSeconds = 900;

/** What the responders do now. Their patience follows from an incident's number, so that asking twice gives the same answer. */
export function responderActions(board: Board): ResponderAction[] {
  const { incidents, nowMs, responders, most } = board;
  const due = incidents.flatMap((incident): ResponderAction[] => {
    const responder = incident.number % responders.length;
    const kind = dueAction(incident, board);
    return kind === null ? [] : [{ kind, id: incident.id, responder }];
  });
  const first = due.some(({ kind }) => kind === 'acknowledge') ? undefined : firstToTake(board);
  if (first) due.push({ kind: 'acknowledge', id: first.id, responder: first.number % responders.length });
  const resolving = due.filter(({ kind }) => kind === 'resolve').length;
  const tooMany = incidents.length - resolving - most;
  if (tooMany <= 0) return due;
  const others = incidents.filter(
    ({ id, openedAt }) => !due.some((action) => action.id === id) && secondsSince(openedAt, nowMs) > 30,
  );
  const oldest = oldestFirst(others)
    .slice(0, tooMany)
    .map(({ id, number }): ResponderAction => ({ kind: 'resolve', id, responder: number % responders.length }));
  return [...due, ...oldest];
}

function firstToTake({ incidents, nowMs }: Board): BoardIncident | undefined {
  if (incidents.some(({ status }) => status === 'ACKNOWLEDGED')) return undefined;
  const candidates = incidents.filter(
    ({ status, severity, openedAt }) =>
      status === 'OPEN' &&
      (severity === 'MEDIUM' || severity === 'HIGH') &&
      secondsSince(openedAt, nowMs) >= firstAfterSeconds,
  );
  return oldestFirst(candidates)[0];
}

function oldestFirst(incidents: readonly BoardIncident[]): BoardIncident[] {
  return incidents.toSorted((one, other) => Date.parse(one.openedAt) - Date.parse(other.openedAt));
}

function dueAction(incident: BoardIncident, { firing, responders, nowMs }: Board): ResponderAction['kind'] | null {
  const { number, service, severity, status, openedAt, acknowledgedAt, acknowledgedBy } = incident;
  const age = secondsSince(openedAt, nowMs);
  if (status === 'OPEN') {
    const patience = acknowledgeAfter[severity];
    if (patience && age >= spread(patience, number)) return 'acknowledge';
    return age > staleSeconds && !firing.has(service) ? 'resolve' : null;
  }
  if (status !== 'ACKNOWLEDGED' || firing.has(service) || acknowledgedAt === null) return null;
  const ours = acknowledgedBy !== null && responders.includes(acknowledgedBy);
  const patience = ours ? spread(resolveAfter, number) : staleSeconds;
  return secondsSince(acknowledgedAt, nowMs) >= patience ? 'resolve' : null;
}

/** A place between two bounds; neighbouring numbers are far apart. */
function spread([least, most]: readonly [number, number], number: number): number {
  return least + ((number * 13) % 25) * ((most - least) / 24);
}

function secondsSince(moment: string, nowMs: number): number {
  return (nowMs - Date.parse(moment)) / 1000;
}
