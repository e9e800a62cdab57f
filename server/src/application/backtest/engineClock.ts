/** The engines' time within a page. Live it only goes on; among historical signals it may go back. */
export class EngineClock {
  earliest = new Date(0);
  latest = new Date(0);
  #ticked = false;

  tick(now: Date): void {
    if (!this.#ticked || now < this.earliest) this.earliest = now;
    this.latest = now;
    this.#ticked = true;
  }

  turnPage(): void {
    this.#ticked = false;
  }
}
