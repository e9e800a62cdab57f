import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeFeed } from '../../feed/changeFeed.ts';
import type { FeedChange } from '../../feed/feedChange.ts';
import type { FeedPlan } from '../live/liveSource.ts';
import type { FeedRun, FeedTeller } from './feedTeller.ts';
import type { NextFrames } from './frames.ts';
import type { Group, Member } from './member.ts';
import { Pace } from './pace.ts';

export interface FeedGroupOptions {
  readonly feed: Pick<ChangeFeed, 'newest' | 'readAfter' | 'onNews'>;
  readonly plan: FeedPlan;
  readonly teller: FeedTeller;
  /** The monotonic clock, in ms. */
  readonly now: () => number;
  /** Called with the oldest change of those that were just told to all who are up to date. */
  readonly onTold: (oldest: FeedChange) => void;
}

/** How many changes a merging reader takes at once, if there are so many. */
const mostMerged = 10_000;

/**
 * Follows the feed once for all who asked the same. Members that are up to date are told together. A member that is behind, because it
 * came with an old cursor or because its socket was busy, reads on by itself until it stands where the group stands; both look at
 * positions without a pause in between, so that nothing is missed, told twice or told too early.
 */
export class FeedGroup implements Group {
  readonly #options: FeedGroupOptions;
  readonly #members = new Set<Member>();
  readonly #upToDate = new Set<Member>();
  /** Up to date, and not yet told anything: they get the next beat early. */
  readonly #unheard = new Set<Member>();
  readonly #stopNews: () => void;
  /** All that is up to here was told to those who are up to date. */
  #position: number;
  #timer: { readonly handle: NodeJS.Timeout; readonly at: number } | null = null;
  #newsDue: number | null = null;
  #greetingDue: number | null = null;
  /** How often news is read, whether or not any is for this group. */
  readonly #pace: Pace;
  #toldAt: number;
  #spokeAt: number;
  #speaking = false;
  #closed = false;

  constructor(options: FeedGroupOptions) {
    this.#options = options;
    this.#position = options.feed.newest();
    this.#pace = new Pace(options.plan);
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#spokeAt = options.now();
    this.#stopNews = options.feed.onNews(() => this.#schedule());
    this.#schedule();
  }

  size(): number {
    return this.#members.size;
  }

  join(member: Member): void {
    this.#members.add(member);
    if (this.#options.plan.beatMs !== null) this.#unheard.add(member);
    this.#bringUpToDate(member);
  }

  leave(member: Member): void {
    member.gone = true;
    this.#members.delete(member);
    this.#upToDate.delete(member);
    this.#unheard.delete(member);
  }

  close(): void {
    this.#closed = true;
    this.#stopNews();
    if (this.#timer !== null) clearTimeout(this.#timer.handle);
  }

  #bringUpToDate(member: Member): void {
    this.#catchUp(member).catch((error: unknown) => {
      this.leave(member);
      member.fail(error);
    });
  }

  async #catchUp(member: Member): Promise<void> {
    const { teller, plan } = this.#options;
    const over = () => member.gone || this.#closed;
    for (;;) {
      await member.outbox.ready();
      if (over()) return;
      if (member.position >= this.#position) break;
      const changes = await this.#read(member.position);
      const runs = await teller.tell(changes);
      for (const run of runs) {
        while (member.outbox.busy() && !over()) await member.outbox.ready();
        if (over()) return;
        this.#push(member, run.frames);
        member.position = run.to;
      }
      member.position = changes.at(-1)?.position ?? member.position;
      if (runs.length > 0 && plan.everyMs > 0) await sleep(plan.everyMs, undefined, { ref: false });
    }
    this.#upToDate.add(member);
    if (this.#unheard.has(member)) {
      this.#greetingDue ??= this.#nextGathering();
      this.#schedule();
    }
  }

  /** The next changes behind a position: as many as come at once, or as many as may become one. */
  async #read(position: number): Promise<readonly FeedChange[]> {
    const { feed, plan } = this.#options;
    const newest = feed.newest();
    const first = await feed.readAfter(position);
    if (!plan.merge) return first;
    const changes = [...first];
    for (;;) {
      const last = changes.at(-1)?.position;
      if (last === undefined || last >= newest || changes.length >= mostMerged) return changes;
      changes.push(...(await feed.readAfter(last)));
    }
  }

  #nextGathering(): number {
    return nextMultiple(this.#options.now(), this.#options.plan.gatherMs);
  }

  #nextBeat(): number | null {
    const { beatMs } = this.#options.plan;
    return beatMs === null ? null : nextMultiple(this.#spokeAt, beatMs);
  }

  #schedule(): void {
    if (this.#closed || this.#speaking) return;
    const { feed, plan, now } = this.#options;
    if (feed.newest() > this.#position) {
      this.#newsDue ??= Math.max(this.#pace.next(now()), this.#toldAt + plan.everyMs);
    }
    const dues = [this.#newsDue, this.#greetingDue, this.#nextBeat()].filter((due) => due !== null);
    if (dues.length === 0) return;
    const at = Math.min(...dues);
    if (at <= now()) {
      void this.#speak();
      return;
    }
    if (this.#timer !== null && this.#timer.at <= at) return;
    if (this.#timer !== null) clearTimeout(this.#timer.handle);
    const handle = setTimeout(() => {
      this.#timer = null;
      this.#schedule();
    }, at - now());
    this.#timer = { handle, at };
  }

  async #speak(): Promise<void> {
    const { feed, now } = this.#options;
    this.#speaking = true;
    try {
      if (this.#newsDue !== null && this.#newsDue <= now()) {
        const newest = feed.newest();
        while (this.#position < newest && !this.#closed) await this.#tell();
        this.#newsDue = null;
      }
      const beatDue = this.#nextBeat();
      if (beatDue !== null && beatDue <= now()) await this.#beat(this.#upToDate);
      else if (this.#greetingDue !== null && this.#greetingDue <= now()) await this.#beat(this.#unheard);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#speaking = false;
      this.#schedule();
    }
  }

  async #tell(): Promise<void> {
    this.#pace.spend(this.#options.now());
    const changes = await this.#read(this.#position);
    const runs = await this.#options.teller.tell(changes);
    if (this.#closed) return;
    const told = this.#position;
    const last = changes.at(-1);
    if (last === undefined) throw new Error(`The feed has nothing behind ${told}, and is beyond it`);
    const ahead = this.#takeOutAhead(last.position);
    for (const run of runs) this.#tellRun(run);
    this.#position = last.position;
    for (const member of ahead) this.#bringUpToDate(member);
    if (runs.length === 0) return;
    this.#toldAt = this.#spokeAt = this.#options.now();
    const oldest = changes.find(this.#options.plan.keep);
    if (oldest !== undefined) this.#options.onTold(oldest);
  }

  /**
   * Those who came with a cursor between what was told so far and `to`. Where changes of one incident become one, they would be told one
   * that is in part older than they are, or nothing: they read on by themselves.
   */
  #takeOutAhead(to: number): readonly Member[] {
    if (!this.#options.plan.merge) return [];
    const ahead = [...this.#upToDate].filter(({ position }) => position > this.#position && position < to);
    for (const member of ahead) this.#upToDate.delete(member);
    return ahead;
  }

  #tellRun({ first, to, frames }: FeedRun): void {
    const behind: Member[] = [];
    for (const member of this.#upToDate) {
      const position = Math.max(member.position, this.#position);
      if (position >= to) continue;
      if (position < first && !member.outbox.busy()) {
        this.#push(member, frames);
        continue;
      }
      // Its socket is busy, or its cursor is in the middle of what is told in one piece.
      member.position = position;
      behind.push(member);
    }
    this.#position = to;
    for (const member of behind) {
      this.#upToDate.delete(member);
      this.#bringUpToDate(member);
    }
  }

  async #beat(members: Set<Member>): Promise<void> {
    this.#greetingDue = null;
    if (members === this.#upToDate) this.#spokeAt = this.#options.now();
    if (members.size === 0) return;
    const frames = await this.#options.teller.beat(this.#position);
    if (this.#closed) return;
    for (const member of members) {
      // One that came with a cursor that this process has yet to reach must not be sent back.
      if (!this.#upToDate.has(member) || member.position > this.#position || member.outbox.busy()) continue;
      this.#push(member, frames);
    }
  }

  #push(member: Member, frames: NextFrames): void {
    member.outbox.push(frames.withId(member.id));
    if (this.#unheard.size > 0) this.#unheard.delete(member);
  }

  #fail(error: unknown): void {
    this.close();
    const members = [...this.#members];
    for (const member of members) this.leave(member);
    for (const member of members) member.fail(error);
  }
}

/** The next multiple of a time; the time itself when it is of nothing. */
function nextMultiple(time: number, of: number): number {
  return of === 0 ? time : (Math.floor(time / of) + 1) * of;
}
