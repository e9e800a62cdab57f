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
  /** By the places of the buckets. */
  readonly effects: readonly Effect[];
}

export interface Effect {
  readonly bucket: number;
  readonly sign: 1 | -1;
}

const levels = [
  { kind: 'DAY', width: dayMs },
  { kind: 'HOUR', width: hourMs },
  { kind: 'INCIDENT', width: 1 },
] as const satisfies readonly { kind: PieceKind; width: number }[];

/**
 * How the figures of the buckets between ascending boundaries (ms since the epoch, at least two) come from cells. With the widest cells that
 * may be used, a bucket is what lies between its boundaries when these are moved to the nearest edges of such cells. Whatever a boundary was
 * moved over belongs to the neighbour: it is taken away from the one and given to the other, read from the next smaller cells in the same
 * manner, and at last from incidents. A boundary is moved by half a cell at most.
 *
 * Figures that can be added and taken away exactly are exact then, whatever the boundaries.
 */
export function piecesOf(boundaries: readonly number[], widest: PieceKind): Piece[] {
  const pieces = new Map<string, Piece & { effects: Effect[] }>();
  const add = (kind: PieceKind, bucket: number, start: number, end: number) => {
    if (start === end) return;
    const [from, to, sign] = start < end ? ([start, end, 1] as const) : ([end, start, -1] as const);
    const key = `${kind} ${from} ${to}`;
    const piece = pieces.get(key) ?? { kind, from, to, effects: [] };
    piece.effects.push({ bucket, sign });
    pieces.set(key, piece);
  };
  const used = levels.slice(levels.findIndex(({ kind }) => kind === widest));
  for (let bucket = 0; bucket + 1 < boundaries.length; bucket += 1) {
    const [start, end] = [boundaries[bucket] ?? 0, boundaries[bucket + 1] ?? 0];
    let moved: readonly [number, number] | null = null;
    for (const { kind, width } of used) {
      const nearest = (ms: number) => Math.round(ms / width) * width;
      const edges = [nearest(start), nearest(end)] as const;
      if (moved === null) {
        add(kind, bucket, edges[0], edges[1]);
      } else {
        add(kind, bucket, edges[0], moved[0]);
        add(kind, bucket, moved[1], edges[1]);
      }
      moved = edges;
    }
  }
  return [...pieces.values()];
}
