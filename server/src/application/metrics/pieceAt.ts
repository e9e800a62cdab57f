import type { Piece } from '../../engines/metrics/pieces.ts';

/** The piece that a moment (ms since the epoch) lies in; null when it lies in none. They are of one kind, ascending, and do not overlap. */
export function pieceAt(pieces: readonly Piece[], ms: number): Piece | null {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  const found = pieces[low];
  return found !== undefined && found.from <= ms ? found : null;
}
