import type { HeldRow } from './heldOrder.ts';
import type { Unit } from './storm.ts';

/** A row of a column: an incident, a storm, or the empty place of one that left. */
export type ColumnRow = HeldRow<Unit>;
