import { newlyOpened, unwatched, withSignals } from './activity.ts';
import { type LiveChange, type Mark, toLiveIncident } from './liveIncident.ts';
import { type Incidents, isInScope } from './scope.ts';

/**
 * The incidents after a batch of changes. Changes come in commit order, so the last one of an incident is its newest state
 * and wins, whatever its `updatedAt` says: a transaction that began earlier can commit later. Applying a batch again
 * changes nothing. What leaves the board's scope is dropped. Of changes that are past, the signals did not come now.
 */
export function applyChanges(
  incidents: Incidents,
  changes: readonly LiveChange[],
  nowMs: number,
  isPast = false,
): Incidents {
  if (changes.length === 0) return incidents;
  const next = new Map(incidents);
  for (const change of changes) {
    if (!isInScope(change.incident, nowMs)) {
      next.delete(change.incident.id);
      continue;
    }
    const known = next.get(change.incident.id);
    const { signalCount } = change.incident;
    const isNew = known === undefined && change.kind === 'OPENED';
    const signals = known === undefined ? (isNew ? signalCount : 0) : signalCount - known.signalCount;
    const before = known?.activity ?? (isNew ? newlyOpened : unwatched);
    const counted = withSignals(before, Math.max(0, signals), nowMs);
    const activity = isPast && signals > 0 ? { ...counted, isComplete: false } : counted;
    next.set(change.incident.id, toLiveIncident(change.incident, markOf(change, known?.mark ?? null, nowMs), activity));
  }
  return next;
}

/** More signals alone are no news: the mark of what happened before stays. */
function markOf(change: LiveChange, known: Mark | null, nowMs: number): Mark | null {
  if (change.kind === 'UPDATED' || change.cursor === known?.cursor) return known;
  return { kind: change.kind, cursor: change.cursor, seenAtMs: nowMs };
}
