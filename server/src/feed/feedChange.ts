import type { Change } from '../domain/change.ts';

/** A change with the cursor behind it. */
export interface FeedChange extends Change {
  readonly cursor: string;
}
