import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vitest/config';
import { ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = (message: unknown) => void;

/**
 * A thread that outlives the run: each mutant is a run of its own, and starting a thread and loading the packages takes longer than most
 * tests. What is ours is loaded anew each time, so no mutant sees what another one left in memory.
 */
class KeptThread extends ThreadsPoolWorker {
  override readonly name = 'kept-thread';
  readonly ours: readonly string[];
  readonly #listeners: [event: string, listener: Listener][] = [];
  #hasStarted = false;
  #config: unknown;

  constructor(options: ConstructorParameters<typeof ThreadsPoolWorker>[0]) {
    super(options);
    const { root, setupFiles } = options.project.config;
    const sources = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' });
    this.ours = [...setupFiles, ...sources.map((path) => join(root, 'server/src', path))];
  }

  override on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    super.on(event, listener);
  }

  override off(event: string, listener: Listener): void {
    const place = this.#listeners.findIndex(([of, one]) => of === event && one === listener);
    if (place >= 0) this.#listeners.splice(place, 1);
    super.off(event, listener);
  }

  override async start(): Promise<void> {
    if (!this.#hasStarted) await super.start();
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'start') {
      // It says which tests are asked for; the thread itself hears it once only.
      this.#config = message.context.config;
      if (this.#hasStarted) {
        this.#answer('started');
        return;
      }
      this.#hasStarted = true;
    }
    if (message.type === 'stop') this.#answer('stopped');
    else if (message.type === 'run') {
      const context = { ...message.context, config: this.#config, invalidates: [...this.ours] };
      super.send({ ...message, context });
    } else super.send(message);
  }

  override async stop(): Promise<void> {
    for (const [event, listener] of [...this.#listeners]) this.off(event, listener);
  }

  async end(): Promise<void> {
    if (this.#hasStarted) await super.stop();
  }

  #answer(type: 'started' | 'stopped'): void {
    for (const [event, listener] of this.#listeners) {
      if (event === 'message') queueMicrotask(() => listener({ type, __vitest_worker_response__: true }));
    }
  }
}

/** A plugin, because the pool that the configuration names is overruled by Stryker. */
export const keptThread: Plugin = {
  name: 'kept-thread',
  configureVitest({ project, vitest }) {
    let thread: KeptThread | undefined;
    vitest.onClose(() => thread?.end());
    project.config.pool = 'kept-thread';
    project.config.poolRunner = {
      name: 'kept-thread',
      createPoolWorker: (options) => {
        thread ??= new KeptThread(options);
        return thread;
      },
    };
  },
};
