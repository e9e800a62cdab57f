import type { Alert } from '../../domain/alert.ts';
import type { AlertId, IncidentId } from '../../domain/ids.ts';
import type { AlertMove } from '../../persistence/alerts.ts';
import type { AlertsByKey } from '../alertsByKey.ts';

/** Moves alerts as merges do, and remembers which incidents brought them. Both moves answer how many of those that went over fire. */
export class BroughtAlerts {
  /** Each alert's bringers, the first one first: an incident brings what it had taken in before. */
  readonly #bringers = new Map<AlertId, readonly IncidentId[]>();

  takeIn(alerts: AlertsByKey, move: AlertMove): number {
    const moved = alerts.move(move, () => true);
    for (const { id } of moved) this.#bringers.set(id, [...(this.#bringers.get(id) ?? []), move.from]);
    return firing(moved);
  }

  giveBack(alerts: AlertsByKey, move: AlertMove): number {
    const moved = alerts.move(move, ({ id }) => this.#bringers.get(id)?.includes(move.to) ?? false);
    for (const { id } of moved) {
      const bringers = this.#bringers.get(id) ?? [];
      this.#bringers.set(id, bringers.slice(0, bringers.indexOf(move.to)));
    }
    return firing(moved);
  }

  /** Forgets what is known of all other alerts. */
  keepOnly(alerts: readonly Alert[]): void {
    if (this.#bringers.size === 0) return;
    const kept = new Set(alerts.map(({ id }) => id));
    for (const id of this.#bringers.keys()) if (!kept.has(id)) this.#bringers.delete(id);
  }
}

function firing(alerts: readonly Alert[]): number {
  return alerts.filter(({ state }) => state === 'FIRING').length;
}
