import type { ChangeFeed } from '../../feed/changeFeed.ts';
import type { FeedChange } from '../../feed/feedChange.ts';
import { cutFeed, type FeedPart } from '../live/cutFeed.ts';
import type { FeedPlan } from '../live/liveSource.ts';
import type { ServerTime } from '../serverTime.ts';
import { NextFrames } from './frames.ts';
import type { Render } from './member.ts';
import type { PayloadCache } from './payloadCache.ts';

/** Messages that are sent together: all that is told of the feed from `first` to `to`. */
export interface FeedRun {
  readonly first: number;
  readonly to: number;
  readonly frames: NextFrames;
}

export interface TellerOptions {
  readonly feed: Pick<ChangeFeed, 'cursorOf'>;
  readonly plan: FeedPlan;
  readonly render: Render;
  readonly serverTime: ServerTime;
  readonly payloads: PayloadCache;
  /** Tells this group's payloads from those of others. */
  readonly key: string;
}

/** Turns changes into the messages of a group. */
export interface FeedTeller {
  tell(changes: readonly FeedChange[]): Promise<readonly FeedRun[]>;
  /** Says that there was nothing to tell up to a position. */
  beat(position: number): Promise<NextFrames>;
}

/** A run stays well below what makes a socket busy. */
const runBytes = 32 * 1024;
/** A message with the time in it is not given to others for longer. */
const sameTimeMs = 200;

export function createFeedTeller({ feed, plan, render, serverTime, payloads, key }: TellerOptions): FeedTeller {
  async function payloadsOf(parts: readonly FeedPart<FeedChange>[]): Promise<readonly Buffer[]> {
    const time = await serverTime.now();
    const age = plan.most === 1 ? 0 : Math.floor(time.getTime() / sameTimeMs);
    // What is merged depends on where its reader began; what is not is the same for all.
    const keys = parts.map(({ first, to }) =>
      plan.merge ? null : `${key} ${first} ${plan.most === 1 ? '' : to} ${age}`,
    );
    const known = keys.map((one) => (one === null ? undefined : payloads.get(one)));
    const missing = parts.filter((_part, place) => known[place] === undefined);
    const rendered = await render(missing.map(({ changes, to }) => plan.event(changes, feed.cursorOf(to), time)));
    let next = 0;
    return parts.map((_part, place) => {
      const payload = known[place] ?? rendered[next++];
      if (payload === undefined) throw new Error('An event was not rendered');
      const name = keys[place];
      if (name != null) payloads.put(name, payload);
      return payload;
    });
  }

  return {
    tell: async (changes) => {
      const parts = cutFeed(changes, plan);
      return parts.length === 0 ? [] : runsOf(parts, await payloadsOf(parts));
    },
    beat: async (position) => {
      const time = await serverTime.now();
      return new NextFrames(await render([plan.event([], feed.cursorOf(position), time)]));
    },
  };
}

function runsOf(parts: readonly FeedPart<FeedChange>[], payloads: readonly Buffer[]): FeedRun[] {
  const runs: FeedRun[] = [];
  let run: { first: number; to: number; payloads: Buffer[]; bytes: number } | null = null;
  const end = () => {
    if (run !== null) runs.push({ first: run.first, to: run.to, frames: new NextFrames(run.payloads) });
    run = null;
  };
  for (const [place, { first, to }] of parts.entries()) {
    const payload = payloads[place];
    if (payload === undefined) continue;
    if (run !== null && run.bytes + payload.length > runBytes) end();
    run ??= { first, to, payloads: [], bytes: 0 };
    run.to = to;
    run.payloads.push(payload);
    run.bytes += payload.length;
  }
  end();
  return runs;
}
