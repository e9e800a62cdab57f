const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** From where a piece's figures are read: cells of a UTC day or hour, or the incidents themselves. */
export type PieceKind = 'DAY' | 'HOUR' | 'INCIDENT';

/** A stretch of time whose figures count for some buckets, or are taken away from them. */
export interface Piece {
  readonly kind: PieceKind;
  /** In ms since the epoch: a multiple of the kind's width. */
  readonly from: number;
  /** As `from`, not part of it, and after it. */
  readonly to: number;
  readonly effects: readonly Effect[];
}

export interface Effect {
  /** The bucket's place. */
  readonly bucket: number;
  readonly times: 1 | -1;
}

const widths: Record<PieceKind, number> = { DAY: dayMs, HOUR: hourMs, INCIDENT: 1 };

/**
 * How the figures of the buckets between ascending boundaries (ms since the epoch, at least two) come from cells of some kinds, the widest
 * first; the last must be `INCIDENT`. With the widest cells, a bucket is what lies between its boundaries when these are moved to the nearest
 * edges of such cells. What a boundary was moved over belongs to the neighbour: it is taken away from the one and given to the other, read
 * from the next narrower cells in the same manner, and at last from incidents. A boundary is moved by half a cell at most.
 *
 * Figures that can be added and taken away exactly are exact then, whatever the boundaries. The pieces of a kind do not overlap.
 */
export function piecesOf(boundaries: readonly number[], kinds: readonly PieceKind[]): Piece[] {
  return kinds.flatMap((kind, place) => {
    const wider = kinds[place - 1];
    const edges = new Map<number, Map<number, number>>();
    for (let bucket = 0; bucket + 1 < boundaries.length; bucket += 1) {
      const ends = [boundaries[bucket] ?? 0, boundaries[bucket + 1] ?? 0] as const;
      mark(edges, bucket, ends, widths[kind], 1);
      if (wider !== undefined) mark(edges, bucket, ends, widths[wider], -1);
    }
    return piecesBetween(kind, edges);
  });
}

/** At each edge, by how much the count of what lies behind it changes for a bucket. */
type Edges = Map<number, Map<number, number>>;

function mark(edges: Edges, bucket: number, [start, end]: readonly [number, number], width: number, times: 1 | -1) {
  const change = (ms: number, by: number) => {
    const edge = Math.round(ms / width) * width;
    const changes = edges.get(edge) ?? new Map<number, number>();
    changes.set(bucket, (changes.get(bucket) ?? 0) + by);
    edges.set(edge, changes);
  };
  change(start, times);
  change(end, -times);
}

function piecesBetween(kind: PieceKind, edges: Edges): Piece[] {
  const pieces: Piece[] = [];
  const counts = new Map<number, number>();
  let from = 0;
  for (const [to, changes] of [...edges].sort(([a], [b]) => a - b)) {
    if (counts.size > 0) pieces.push({ kind, from, to, effects: effectsOf(counts) });
    for (const [bucket, by] of changes) {
      const count = (counts.get(bucket) ?? 0) + by;
      if (count === 0) counts.delete(bucket);
      else counts.set(bucket, count);
    }
    from = to;
  }
  return pieces;
}

/** A count is 1 or −1: a bucket has each moment once with every kind of cells. */
function effectsOf(counts: ReadonlyMap<number, number>): Effect[] {
  return Array.from(counts, ([bucket, count]) => ({ bucket, times: count > 0 ? 1 : -1 }));
}
