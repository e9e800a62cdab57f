import type { Outbox } from './outbox.ts';

/** Where a subscriber's messages go. */
export interface Addressee {
  readonly outbox: Pick<Outbox, 'busy' | 'ready' | 'push'>;
  /** The operation's id, as JSON. */
  readonly id: Buffer;
}

/** How a subscription ends: by itself, or with an error. */
export interface Ending {
  readonly complete: () => void;
  readonly fail: (error: unknown) => void;
}

/** One subscriber in a group. */
export interface Member extends Addressee, Ending {
  /** What it has been told: of the feed up to which position, of values how many. Of one who is up to date the group knows better. */
  position: number;
  /** Whether it has left. */
  gone: boolean;
}

/** Those who asked the same, and what they are told. */
export interface Group {
  join(member: Member): void;
  leave(member: Member): void;
  /** How many there are. */
  size(): number;
  close(): void;
}

/** Executes the group's document for each event and gives each result's JSON. */
export type Render = (events: readonly unknown[]) => Promise<readonly Buffer[]>;
