import type { Addressee, Member } from './member.ts';

const done = { done: true, value: undefined } as const;

/**
 * What graphql-ws takes for a subscription. It has no results to iterate: its group sends them. Its only step lasts as long as the
 * subscription, so that graphql-ws tells the client how it ended, and ends it when the client or the socket does.
 */
export class LiveSubscription implements AsyncIterableIterator<never, void> {
  readonly #start: () => Promise<number>;
  readonly #join: (member: Member) => () => void;
  #addressee: Addressee | null = null;
  #ended = false;
  #end = () => {};

  /** `start` finds the position of a new member, `join` lets it into its group and answers how it leaves. */
  constructor(start: () => Promise<number>, join: (member: Member) => () => void) {
    this.#start = start;
    this.#join = join;
  }

  /** Says where the messages go; before the first step. */
  deliverTo(addressee: Addressee): void {
    this.#addressee = addressee;
  }

  async next(): Promise<IteratorResult<never, void>> {
    if (this.#addressee === null) throw new Error('Nobody said where the messages of a subscription go');
    const addressee = this.#addressee;
    if (this.#ended) return done;
    await new Promise<void>((resolve, reject) => {
      let leave = () => {};
      const end = (settle: () => void) => {
        this.#ended = true;
        leave();
        settle();
      };
      this.#end = () => end(resolve);
      const fail = (error: unknown) => end(() => reject(error));
      const join = (position: number) => {
        // It ends at once where it is ended before it has begun: its id may be another's by then.
        if (this.#ended) return;
        leave = this.#join({ ...addressee, position, gone: false, complete: this.#end, fail });
      };
      this.#start().then(join).catch(fail);
    });
    return done;
  }

  async return(): Promise<IteratorResult<never, void>> {
    this.#ended = true;
    this.#end();
    return done;
  }

  async throw(error: unknown): Promise<IteratorResult<never, void>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
