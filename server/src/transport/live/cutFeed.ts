import { type Change, heavierKind } from '../../domain/change.ts';

/** What one message tells of the feed. */
export interface FeedPart<Kept extends Change> {
  readonly changes: readonly Kept[];
  /** The position of the first change that is told. */
  readonly first: number;
  /** Everything up to this position is told with it. */
  readonly to: number;
}

export interface CutOptions {
  /** Which changes are told. */
  readonly keep: (change: Change) => boolean;
  /** Whether changes of one incident become one. */
  readonly merge: boolean;
  /** How many changes one message may tell. */
  readonly most: number;
}

/** Cuts changes that follow each other without a gap into what is told of them; nothing when none is kept. */
export function cutFeed<Kept extends Change>(
  changes: readonly Kept[],
  { keep, merge, most }: CutOptions,
): FeedPart<Kept>[] {
  const seen = changes.at(-1)?.position;
  // Only what is told by itself is merged. Else an incident that left the filter and changed once more would be told with that later change
  // alone, and one who goes on from a position between the two would never hear that it left.
  const each = changes.filter(keep);
  const kept = merge ? mergeByIncident(each).filter(keep) : each;
  const parts: FeedPart<Kept>[] = [];
  for (let start = 0; start < kept.length; start += most) {
    const told = kept.slice(start, start + most);
    const [first, last] = [told[0], told.at(-1)];
    if (first === undefined || last === undefined || seen === undefined) break;
    const isLast = start + most >= kept.length;
    parts.push({ changes: told, first: first.position, to: isLast ? seen : last.position });
  }
  return parts;
}

/**
 * One change for each incident, as if one transaction had done all of them: the state before the first, the state after the last, and
 * the kind that weighs most. In the order of the last ones, so that one who has seen a cursor has seen all that is told before it.
 */
function mergeByIncident<Kept extends Change>(changes: readonly Kept[]): Kept[] {
  const merged = new Map<string, Kept>();
  for (const change of changes) {
    const { id } = change.incident;
    const before = merged.get(id);
    if (before === undefined) {
      merged.set(id, change);
      continue;
    }
    merged.delete(id);
    merged.set(id, { ...change, kind: heavierKind(before.kind, change.kind), previous: before.previous });
  }
  return [...merged.values()];
}
