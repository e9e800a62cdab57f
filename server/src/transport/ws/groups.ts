import { createHash } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Role } from '../../domain/access.ts';
import type { ChangeFeed } from '../../feed/changeFeed.ts';
import type { Figures } from '../figures.ts';
import { LiveSource } from '../live/liveSource.ts';
import type { ServerTime } from '../serverTime.ts';
import { FeedGroup } from './feedGroup.ts';
import { createFeedTeller } from './feedTeller.ts';
import { LiveSubscription } from './liveSubscription.ts';
import type { Group, Render } from './member.ts';
import { createPayloadCache } from './payloadCache.ts';
import { questionOf } from './question.ts';
import { ValueGroup } from './valueGroup.ts';

export interface GroupsOptions {
  readonly feed: ChangeFeed;
  readonly serverTime: ServerTime;
  readonly figures: Pick<Figures, 'feedLagSeconds'>;
  /** Executes a subscription's document for several events, each event given as the root value. */
  readonly renderer: (args: ExecutionArgs) => Render;
}

/** All that is followed over the sockets of this process. */
export interface Groups {
  /** Starts a subscription. Errors before its first event are a result. */
  subscribe(args: ExecutionArgs, role: Role): Promise<ExecutionResult | LiveSubscription>;
}

/** JSON of results that those who are behind share. */
const keptPayloadBytes = 16 * 1024 * 1024;

export function createGroups({ feed, serverTime, figures, renderer }: GroupsOptions): Groups {
  const groups = new Map<string, Group>();
  const payloads = createPayloadCache(keptPayloadBytes);

  function open(key: string, args: ExecutionArgs, { field, following }: LiveSource<unknown>): Group {
    const execute = renderer(args);
    const render: Render = (events) => execute(events.map((event) => ({ [field]: event })));
    if (following.kind === 'values') {
      const onEnd = (group: Group) => {
        if (groups.get(key) === group) groups.delete(key);
      };
      return new ValueGroup({ values: following.values, render, onEnd });
    }
    const { plan } = following;
    return new FeedGroup({
      feed,
      plan,
      teller: createFeedTeller({ feed, plan, render, serverTime, payloads, key }),
      now: () => performance.now(),
      onTold: ({ at }) => {
        void serverTime.now().then((time) => {
          figures.feedLagSeconds.observe(Math.max(0, time.getTime() - at.getTime()) / 1000);
        }, ignoreError);
      },
    });
  }

  return {
    subscribe: async (args, role) => {
      const source = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in source)) return source;
      if (!(source instanceof LiveSource)) throw new Error('A subscription must be answered with a live source');
      // A short key: it is kept with each payload.
      const key = createHash('sha256').update(questionOf(args, role)).digest('base64');
      const start = source.following.kind === 'feed' ? source.following.start : async () => 0;
      return new LiveSubscription(start, (member) => {
        const group = groups.get(key) ?? open(key, args, source);
        groups.set(key, group);
        group.join(member);
        return () => {
          group.leave(member);
          if (group.size() > 0) return;
          group.close();
          if (groups.get(key) === group) groups.delete(key);
        };
      });
    },
  };
}

/** The database's clock could not be read: there is nothing to measure by. */
function ignoreError(): void {}
