import { NextFrames } from './frames.ts';
import type { Group, Member, Render } from './member.ts';

export interface ValueGroupOptions {
  readonly values: (signal: AbortSignal) => AsyncIterable<unknown>;
  readonly render: Render;
  /** Called when the values have ended: nobody can join any more. */
  readonly onEnd: (group: Group) => void;
}

/**
 * Follows values once for all who asked the same. Each is told the newest value when it joins, then every new one; one whose socket is
 * busy is told the newest when it can take it. The last value before the end always comes.
 */
export class ValueGroup implements Group {
  readonly #options: ValueGroupOptions;
  readonly #members = new Set<Member>();
  readonly #stop = new AbortController();
  #newest: NextFrames | null = null;
  #count = 0;

  constructor(options: ValueGroupOptions) {
    this.#options = options;
    void this.#follow();
  }

  size(): number {
    return this.#members.size;
  }

  join(member: Member): void {
    this.#members.add(member);
    this.#tell(member);
  }

  leave(member: Member): void {
    member.gone = true;
    this.#members.delete(member);
  }

  close(): void {
    this.#stop.abort();
  }

  async #follow(): Promise<void> {
    const { values, render, onEnd } = this.#options;
    try {
      for await (const value of values(this.#stop.signal)) {
        const payloads = await render([value]);
        this.#newest = new NextFrames(payloads);
        this.#count += 1;
        for (const member of this.#members) this.#tell(member);
      }
      onEnd(this);
      for (const member of this.#members) void this.#complete(member);
    } catch (error) {
      onEnd(this);
      for (const member of this.#members) member.fail(error);
    }
  }

  async #complete(member: Member): Promise<void> {
    // Others who waited for the socket as well may have made it busy again.
    while (member.outbox.busy()) await member.outbox.ready();
    this.#tell(member);
    member.complete();
  }

  #tell(member: Member): void {
    if (this.#newest === null || member.gone || member.position === this.#count) return;
    if (member.outbox.busy()) {
      void member.outbox.ready().then(() => this.#tell(member));
      return;
    }
    member.position = this.#count;
    member.outbox.push(this.#newest.withId(member.id));
  }
}
