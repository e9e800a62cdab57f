import type { Incident } from '../domain/incident.ts';

/** Which services have an unresolved incident, and how many; the historical ones apart. Carried from signal to signal within a batch. */
export class AffectedServices {
  readonly #live = new Map<string, number>();
  readonly #historical = new Map<string, number>();

  constructor(stored: readonly { service: string; historical: boolean; incidents: number }[] = []) {
    for (const { service, historical, incidents } of stored) this.#counts(historical).set(service, incidents);
  }

  of(historical: boolean): ReadonlyMap<string, number> {
    return this.#counts(historical);
  }

  /** Takes note of a changed incident; `before` is null when it is new. */
  changed(before: Incident | null, after: Incident): void {
    const change = (isOpen(after) ? 1 : 0) - (before !== null && isOpen(before) ? 1 : 0);
    if (change === 0) return;
    const counts = this.#counts(after.historical);
    counts.set(after.service, Math.max(0, (counts.get(after.service) ?? 0) + change));
  }

  #counts(historical: boolean): Map<string, number> {
    return historical ? this.#historical : this.#live;
  }
}

function isOpen({ status }: Incident): boolean {
  return status !== 'RESOLVED';
}
