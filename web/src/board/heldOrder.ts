import type { ShownIncident } from '../live/pendingAction.ts';

/** A row of a column whose order is held. */
export type ColumnRow =
  | { readonly kind: 'INCIDENT'; readonly id: string; readonly incident: ShownIncident }
  /** It left the column; its place stays empty so that nothing moves under the pointer. */
  | { readonly kind: 'GONE'; readonly id: string };

interface HeldRows {
  readonly rows: readonly ColumnRow[];
  /** How many came since: they wait at the end, wherever they belong. */
  readonly waiting: number;
}

/** The rows of a column: as they are, or in the order that is held. */
export function holdOrder(held: readonly string[] | null, current: readonly ShownIncident[]): HeldRows {
  if (held === null) return { rows: current.map(toRow), waiting: 0 };
  const left = new Map(current.map((incident) => [incident.id, incident]));
  const rows = held.map((id): ColumnRow => {
    const incident = left.get(id);
    left.delete(id);
    return incident === undefined ? { kind: 'GONE', id } : toRow(incident);
  });
  return { rows: [...rows, ...[...left.values()].map(toRow)], waiting: left.size };
}

/** The row to go to when the one with the focus left: the next that is there, else the one before. */
export function successorOf(rows: readonly ColumnRow[], id: string): string | null {
  const at = rows.findIndex((row) => row.id === id);
  const isThere = (row: ColumnRow) => row.kind === 'INCIDENT';
  const next = rows.slice(at + 1).find(isThere) ?? rows.slice(0, Math.max(at, 0)).findLast(isThere);
  return next?.id ?? null;
}

function toRow(incident: ShownIncident): ColumnRow {
  return { kind: 'INCIDENT', id: incident.id, incident };
}
