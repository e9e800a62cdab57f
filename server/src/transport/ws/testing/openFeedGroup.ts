import type { Incident } from '../../../domain/incident.ts';
import type { FeedChange } from '../../../feed/feedChange.ts';
import type { FeedPlan } from '../../live/liveSource.ts';
import { FeedGroup } from '../feedGroup.ts';
import { createFeedTeller } from '../feedTeller.ts';
import type { Frames } from '../frames.ts';
import type { Member } from '../member.ts';
import { createPayloadCache } from '../payloadCache.ts';
import { readFrames } from './readFrames.ts';

export const singles: FeedPlan = {
  keep: () => true,
  merge: false,
  most: 1,
  gatherMs: 0,
  burst: 1,
  everyMs: 0,
  beatMs: null,
  event: ([change]) => change?.position,
};
export const batches: FeedPlan = {
  ...singles,
  most: 3,
  gatherMs: 20,
  beatMs: 100,
  event: (changes, head) => [changes.map(({ position }) => position), head],
};

/** A feed in memory, and a group that follows it. */
export function openFeedGroup(plan: FeedPlan) {
  const changes: FeedChange[] = [];
  const listeners = new Set<() => void>();
  let renders = 0;
  let failure: Error | null = null;
  let oldestKept = 1;
  const feed = {
    newest: () => changes.length,
    readAfter: async (position: number) => {
      if (failure !== null) throw failure;
      if (position < oldestKept - 1) throw new Error('too old');
      return changes.slice(position, position + 10);
    },
    onNews: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cursorOf: (position: number) => `c${position}`,
  };
  const teller = createFeedTeller({
    feed,
    plan,
    render: async (events) => {
      renders += events.length;
      return events.map((event) => Buffer.from(JSON.stringify(event)));
    },
    serverTime: { now: async () => new Date() },
    payloads: createPayloadCache(10_000),
    key: 'group',
  });
  const group = new FeedGroup({ feed, plan, teller, now: () => performance.now(), onTold: () => {} });
  return {
    group,
    renders: () => renders,
    fail: (error: Error) => {
      failure = error;
    },
    forget: (upTo: number) => {
      oldestKept = upTo + 1;
    },
    /** Commits changes of these incidents in one go; a name alone stands for one that is open. */
    commit: (...made: (string | { id: string; was: Incident['status']; is: Incident['status'] })[]) => {
      for (const one of made) {
        const { id, was, is } = typeof one === 'string' ? { id: one, was: null, is: 'OPEN' } : one;
        const position = changes.length + 1;
        const incident = { id, status: is } as Incident;
        const previous = was === null ? null : ({ status: was, severity: 'HIGH' } as const);
        changes.push({ position, cursor: `c${position}`, kind: 'UPDATED', at: new Date(), previous, incident });
      }
      for (const listener of listeners) listener();
    },
    join: (position: number) => {
      const received: unknown[] = [];
      let busy = false;
      let freed = () => {};
      const member: Member & { received: unknown[]; setBusy: (now: boolean) => void; error: unknown } = {
        outbox: {
          busy: () => busy,
          ready: () =>
            busy
              ? new Promise((resolve) => {
                  freed = resolve;
                })
              : Promise.resolve(),
          push: (frames: Frames) => void received.push(...readFrames(frames).map((text) => JSON.parse(text).payload)),
        },
        id: Buffer.from('"1"'),
        position,
        gone: false,
        complete: () => {},
        fail: (error) => {
          member.error = error;
        },
        error: null,
        received,
        setBusy: (now) => {
          busy = now;
          if (!now) freed();
        },
      };
      group.join(member);
      return member;
    },
  };
}
