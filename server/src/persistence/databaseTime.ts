/** So much a guess may be late. */
const exactEnoughMs = 5;
/** How far two clocks may drift apart in a millisecond: the worst crystals lose a tenth of it. */
const driftPerMs = 1e-4;

/** How far the database's clock is ahead of this process's. */
interface Lead {
  readonly least: number;
  readonly most: number;
  /** When this was so, by the clock of this process. */
  readonly at: number;
}

/**
 * Says what time it is by the database's clock without asking. Each time that somebody did ask tells in which bounds the difference lies:
 * the database looked at its clock after it was asked and before the answer was heard. What is guessed is never ahead of the database's
 * clock, and never earlier than what was guessed or heard before.
 *
 * @param now a clock that never steps, in milliseconds
 */
export class DatabaseTime {
  readonly #now: () => number;
  #lead: Lead | null = null;
  #latest = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Asks for the time, milliseconds since 1970; answers with it. */
  async ask<Answer extends { readonly databaseTimeMs: number }>(question: () => Promise<Answer>): Promise<Answer> {
    const askedAt = this.#now();
    const answer = await question();
    this.#heard(answer.databaseTimeMs, askedAt);
    return answer;
  }

  /** Milliseconds since 1970; null when it could be late by more than 5 ms. */
  guess(): number | null {
    const lead = this.#leadNow();
    if (lead === null || lead.most - lead.least > exactEnoughMs) return null;
    this.#latest = Math.max(this.#latest, lead.at + lead.least);
    return this.#latest;
  }

  #heard(time: number, askedAt: number): void {
    const at = this.#now();
    const heard = { least: time - at, most: time - askedAt, at };
    const known = this.#leadNow();
    const both = {
      least: Math.max(heard.least, known?.least ?? heard.least),
      most: Math.min(heard.most, known?.most ?? heard.most),
      at,
    };
    // Where they contradict each other a clock was set: the database's is right.
    const isSet = both.least > both.most;
    this.#lead = isSet ? heard : both;
    this.#latest = isSet ? time : Math.max(this.#latest, time);
  }

  #leadNow(): Lead | null {
    if (this.#lead === null) return null;
    const at = this.#now();
    const drift = (at - this.#lead.at) * driftPerMs;
    return { least: this.#lead.least - drift, most: this.#lead.most + drift, at };
  }
}
