import type { TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import type { CellKind } from '../../engines/metrics/cells.ts';
import type { PieceKind } from '../../engines/metrics/pieces.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';

/** What figures are grouped by beside time and severity. */
export type Dimension =
  | { readonly by: 'service' | 'source' | 'responder' }
  | { readonly by: 'label'; readonly name: string };

/** Which cells answer a question; what they do not answer comes from the incidents. */
export interface CellPlan {
  readonly cells: Partial<Record<Exclude<PieceKind, 'INCIDENT'>, CellKind>>;
  /** Only cells of these values; null for all. */
  readonly values: readonly string[] | null;
}

/** Cells know one of service, source and responder: where two of them or labels are asked for, the incidents have to be read. */
export function cellPlan(selection: IncidentSelection, dimension: Dimension): CellPlan | null {
  if (dimension.by === 'label' || selection.label.length > 0 || selection.narrowed.length > 0) return null;
  const filtered = (['service', 'source', 'responder'] as const).filter((name) => selection[name] !== null);
  if (filtered.some((name) => name !== dimension.by)) return null;
  const values = selection[dimension.by];
  switch (dimension.by) {
    case 'service':
      return { cells: { DAY: 'SERVICE_DAY', HOUR: 'SERVICE_HOUR' }, values };
    case 'source':
      return { cells: { DAY: 'SOURCE_DAY' }, values };
    case 'responder':
      return { cells: { DAY: 'RESPONDER_DAY' }, values };
  }
}

/** The dimension by which the figures of all the selected incidents are read with the least effort. */
export function cheapestDimension({ service, source, responder }: IncidentSelection): Dimension {
  if (service !== null || (source === null && responder === null)) return { by: 'service' };
  return { by: source === null ? 'responder' : 'source' };
}

/** What buckets of a width are read from, the widest first. Null: a stretch of any length is one bucket. */
export function pieceKinds({ cells }: CellPlan, bucket: TimeBucket | null): PieceKind[] {
  const kinds: readonly (keyof CellPlan['cells'])[] =
    bucket === 'MINUTE' ? [] : bucket === 'HOUR' ? ['HOUR'] : ['DAY', 'HOUR'];
  return [...kinds.filter((kind) => cells[kind] !== undefined), 'INCIDENT'];
}
