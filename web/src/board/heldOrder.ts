/** A row of a column whose order is held. */
export type HeldRow<T extends Identified> =
  | T
  /** It left the column; its place stays empty so that nothing moves under the pointer. */
  | { readonly kind: 'GONE'; readonly id: string };

export interface Identified {
  readonly kind: string;
  readonly id: string;
}

interface HeldRows<T extends Identified> {
  readonly rows: readonly HeldRow<T>[];
  /** How many came since: they wait at the end, wherever they belong. */
  readonly waiting: number;
}

/** The rows of a column: as they are, or in the order that is held. */
export function holdOrder<T extends Identified>(held: readonly string[] | null, current: readonly T[]): HeldRows<T> {
  if (held === null) return { rows: current, waiting: 0 };
  const left = new Map(current.map((unit) => [unit.id, unit]));
  const rows = held.map((id): HeldRow<T> => {
    const unit = left.get(id);
    left.delete(id);
    return unit ?? { kind: 'GONE', id };
  });
  return { rows: [...rows, ...left.values()], waiting: left.size };
}

/** The row to go to when the one with the focus left: the next that is there, else the one before. */
export function successorOf(rows: readonly Identified[], id: string): string | null {
  const at = rows.findIndex((row) => row.id === id);
  const isThere = (row: Identified) => row.kind !== 'GONE';
  const next = rows.slice(at + 1).find(isThere) ?? rows.slice(0, Math.max(at, 0)).findLast(isThere);
  return next?.id ?? null;
}
