import type { FeedVersion } from '../feed/appendChanges.ts';
import { Caution } from './caution.ts';
import type { EngineState } from './engineState.ts';
import type { DecisionContext } from './workingSet.ts';

/** Beyond so many remembered things it begins anew: some tens of megabytes. */
const mostRemembered = 50_000;

/** The engines' state with what makes it true: that the feed stands where it stood when the last batch was decided. */
export interface Remembered {
  readonly state: EngineState;
  /** Where the feed stands once that batch has committed. */
  readonly version: FeedVersion;
}

/** A batch's place among the others. */
export interface Turn {
  /** Waits until the batches that asked before have decided. */
  take(): Promise<void>;
  /** Whether the batch that was decided before has committed; it never rejects. */
  previous(): Promise<boolean>;
  /** Resolves once the batch that was decided before holds the lock of ingest, or has ended: what waits for that lock now comes after it. */
  previousHolds(): Promise<void>;
  /** The next batch may decide. */
  leave(): void;
  /** Says that this batch holds the lock. */
  hold(): void;
  /** Says whether this batch has committed. */
  settle(committed: boolean): void;
}

interface Predecessor {
  readonly committed: Promise<boolean>;
  readonly holds: Promise<void>;
}

/**
 * Keeps the engines' state from batch to batch. Batches are decided one after the other, each on what the one before made of the state,
 * though that has not committed yet: while one is being stored the next is decided. Whether all of it was so is asked at the end of each
 * transaction, of the feed; if not, everything is forgotten and decided again on what is read under lock. So it stays right with many
 * servers on one database, and with people who change incidents meanwhile.
 */
export class EngineMemory {
  #remembered: Remembered | null = null;
  #lastVersion: FeedVersion | null = null;
  /** After another server has decided a batch, some are decided on what is read under lock. */
  readonly #caution = new Caution();
  #placed = 0;
  #deciding: Promise<void> = Promise.resolve();
  #previous: Predecessor = { committed: Promise.resolve(true), holds: Promise.resolve() };

  /** A place for a batch. Until it is taken nobody waits for it. */
  place(): Turn {
    this.#placed += 1;
    let previous = this.#previous;
    let leave = () => {};
    let hold = () => {};
    let settle: (committed: boolean) => void = () => {};
    return {
      take: async () => {
        const before = this.#deciding;
        this.#deciding = new Promise((resolve) => {
          leave = resolve;
        });
        await before;
        previous = this.#previous;
        const holds = new Promise<void>((resolve) => {
          hold = resolve;
        });
        const committed = new Promise<boolean>((resolve) => {
          settle = resolve;
        });
        this.#previous = { committed, holds };
      },
      previous: () => previous.committed,
      previousHolds: () => previous.holds,
      leave: () => leave(),
      hold: () => hold(),
      settle: (committed) => {
        this.#placed -= 1;
        settle(committed);
        hold();
      },
    };
  }

  /** Whether all batches that had a place have ended. */
  get isIdle(): boolean {
    return this.#placed === 0;
  }

  /** What can be decided on; null when it has to be read. */
  recall({ policyVersion, catalogue, learned }: DecisionContext): Remembered | null {
    const remembered = this.#remembered;
    if (remembered === null || this.#caution.isDue) return null;
    const { context, size } = remembered.state;
    const same =
      context.policyVersion === policyVersion && context.catalogue === catalogue && context.learned === learned;
    return same && size <= mostRemembered ? remembered : null;
  }

  /** A batch was decided: what the next one is decided on. */
  keep(remembered: Remembered): void {
    this.#remembered = remembered.state.partial ? null : remembered;
    this.#lastVersion = remembered.version;
  }

  forget(): void {
    this.#remembered = null;
  }

  /** Says where the feed was found under lock. */
  found({ batches }: FeedVersion): void {
    this.#caution.met(this.#lastVersion !== null && batches > this.#lastVersion.batches);
  }
}
