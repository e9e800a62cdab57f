interface WorkLoopOptions<Item> {
  /** Takes up to `count` items; empty when there are none now. Must not throw. */
  readonly fetch: (count: number) => Promise<readonly Item[]>;
  /** Must not throw. */
  readonly run: (item: Item) => Promise<void>;
  readonly concurrency: number;
  readonly pollMs: number;
}

/**
 * Takes items as places become free, looking again at once while there are more and every `pollMs` when there are none. Each item is on
 * its own: pg-boss's own worker completes and fails whole batches, and does not wait for the database to say that it did.
 */
export class WorkLoop<Item> {
  readonly #options: WorkLoopOptions<Item>;
  readonly #running = new Set<Promise<void>>();
  readonly #looping: Promise<void>;
  #stopped = false;
  #endPause: () => void = () => {};

  constructor(options: WorkLoopOptions<Item>) {
    this.#options = options;
    this.#looping = this.#loop();
  }

  /** Takes nothing more, and waits for what runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endPause();
    await this.#looping;
    await Promise.all(this.#running);
  }

  async #loop(): Promise<void> {
    const { fetch, run, concurrency, pollMs } = this.#options;
    while (!this.#stopped) {
      const items = await fetch(concurrency - this.#running.size);
      for (const item of items) {
        const running = run(item).finally(() => this.#running.delete(running));
        this.#running.add(running);
      }
      if (this.#running.size >= concurrency) await Promise.race(this.#running);
      else if (items.length === 0 && !this.#stopped) await this.#pause(pollMs);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
