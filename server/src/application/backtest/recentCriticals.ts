import type { IncidentId } from '../../domain/ids.ts';

interface Became {
  readonly incidentId: IncidentId;
  readonly at: Date;
}

/** No more than these are remembered, for times that jump back and forth. */
const most = 100_000;

/** When incidents last became CRITICAL, as far back as the systemic rule asks. */
export class RecentCriticals {
  /** In the order of `at`. */
  #became: Became[] = [];

  /**
   * The last times of other incidents within `windowMs` before `at`, at most `wanted`: the rule asks only whether there are more.
   * Then remembers that this one became CRITICAL at `at`.
   */
  note(incidentId: IncidentId, at: Date, windowMs: number, wanted: number): Date[] {
    const fromMs = at.getTime() - windowMs;
    const earlier: Date[] = [];
    let place = this.#placeAfter(at);
    for (let index = place - 1; index >= 0 && earlier.length < wanted; index -= 1) {
      const became = this.#became[index];
      if (became === undefined || became.at.getTime() < fromMs) break;
      if (became.incidentId !== incidentId) earlier.push(became.at);
    }
    // An incident counts once, by the last time.
    for (let index = place - 1; index >= 0; index -= 1) {
      const became = this.#became[index];
      if (became === undefined || became.at.getTime() < fromMs) break;
      if (became.incidentId !== incidentId) continue;
      this.#became.splice(index, 1);
      place -= 1;
      break;
    }
    if (place === this.#became.length) this.#became.push({ incidentId, at });
    else this.#became.splice(place, 0, { incidentId, at });
    return earlier;
  }

  /** The incidents that became CRITICAL within `windowMs` before a moment, the last `wanted` of them, and when: oldest first. */
  within(at: Date, windowMs: number, wanted: number): readonly Became[] {
    const fromMs = at.getTime() - windowMs;
    const end = this.#placeAfter(at);
    return this.#became.slice(Math.max(0, end - wanted), end).filter((became) => became.at.getTime() >= fromMs);
  }

  /** Forgets what is older than a moment. */
  forget(before: Date): void {
    const kept = this.#became.findIndex(({ at }) => at >= before);
    const start = kept === -1 ? this.#became.length : kept;
    this.#became = this.#became.slice(Math.max(start, this.#became.length - most));
  }

  /** How many are not after a moment. */
  #placeAfter(at: Date): number {
    let low = 0;
    let high = this.#became.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#became[middle]?.at.getTime() ?? 0) <= at.getTime()) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
