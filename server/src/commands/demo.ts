import { setTimeout as sleep } from 'node:timers/promises';
import { createVigilClient, type VigilClient } from '@vigil/schema';
import { backgroundReadings } from './demo/backgroundReadings.ts';
import { acknowledgeNotes, readingMetrics, readingServices, resolveNotes, responderNames } from './demo/demoCast.ts';
import { hireResponders, type Responder } from './demo/hireResponders.ts';
import { historySignals } from './demo/history.ts';
import { createPlaylist, type Playlist } from './demo/playlist.ts';
import { responderActions } from './demo/responderActions.ts';
import { pick } from './demo/seededRandom.ts';
import { demoLabel } from './demo/storyTimeline.ts';
import { demoOpening, demoStories } from './demoStories.ts';

export interface DemoOptions {
  /** The server's own address. */
  readonly url: string;
  /** An administrator's token, so that the demo's responders get tokens of their own; a responder's does too. */
  readonly token: string;
  readonly log: { readonly info: (message: string) => void; readonly warn: (message: string) => void };
  /** Numbers from 0 to below 1; a seeded one makes a demo that can be repeated. */
  readonly random?: () => number;
  /** Ms since the epoch. */
  readonly now?: () => number;
  /** What happened before today; it is stored before anything plays. Nothing when it is not given. */
  readonly past?: () => Promise<unknown>;
}

export interface Demo {
  /** Ends the demo; what it has sent stays. */
  readonly stop: () => Promise<void>;
}

const stepMs = 500;
const readingsEveryMs = 2_000;
const respondEveryMs = 2_500;
/** No more unresolved incidents than this. */
const mostUnresolved = 22;

/**
 * Plays signals of several tools and people who answer them, through the same API as anybody, until it is stopped: two months of
 * history, an opening that shows everything within half a minute, then story after story for as long as it runs.
 */
export function startDemo({ url, token, log, random = Math.random, now = Date.now, past }: DemoOptions): Demo {
  const client = createVigilClient({ url, token });
  const stopped = new AbortController();
  let responders: readonly Responder[] = [];

  const run = async () => {
    await past?.();
    await client.ingestAll(historySignals(demoStories, now()));
    const playlist = createPlaylist(demoStories, random);
    const startMs = now();
    for (const { at, story } of demoOpening) playlist.play(story, startMs + at * 1000);
    const board = async () => {
      // Hired late: nobody answers in the first seconds, and the first signals should not wait.
      if (responders.length === 0) responders = await hireResponders(url, client, responderNames);
      await respond({ client, playlist, responders, random, now });
    };
    const duties: Duty[] = [
      { everyMs: stepMs, act: async () => void (await client.ingestAll(playlist.due(now()))) },
      { everyMs: readingsEveryMs, act: async () => void (await client.ingestAll(readings(random))) },
      { everyMs: respondEveryMs, act: board },
    ];
    await Promise.all(duties.map((duty) => repeat(duty, stopped.signal, log)));
  };

  const running = run().catch((error: unknown) => {
    if (!stopped.signal.aborted) log.warn(`The demo could not begin: ${messageOf(error)}`);
  });
  log.info('Playing the demo: signals marked with the label demo=true');

  return {
    stop: async () => {
      stopped.abort();
      await running;
      await Promise.allSettled(responders.map(({ leave }) => leave()));
      client.close();
    },
  };
}

interface Duty {
  readonly everyMs: number;
  readonly act: () => Promise<void>;
}

/** Does it again and again, whatever happens to it in between; says so once each time that it begins to fail. */
async function repeat({ everyMs, act }: Duty, signal: AbortSignal, log: DemoOptions['log']): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      await act();
      failing = false;
    } catch (error) {
      if (!failing && !signal.aborted) log.warn(`The demo had to skip a step: ${messageOf(error)}`);
      failing = true;
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

function readings(random: () => number) {
  return backgroundReadings(readingServices, readingMetrics, 2, random);
}

interface Scene extends Required<Pick<DemoOptions, 'random' | 'now'>> {
  readonly client: VigilClient;
  readonly playlist: Playlist;
  readonly responders: readonly Responder[];
}

/** Looks at the board, does what is due on it, and keeps it neither empty nor flooded. */
async function respond({ client, playlist, responders, random, now }: Scene): Promise<void> {
  const board = await client.incidents({
    filter: { status: ['OPEN', 'ACKNOWLEDGED'], label: [demoLabel] },
    orderBy: 'OPENED_AT_ASC',
    first: 200,
  });
  const actions = responderActions({
    incidents: board.nodes,
    firing: playlist.firing(),
    responders: responders.map(({ name }) => name),
    nowMs: now(),
    most: mostUnresolved,
  });
  for (const { kind, id, responder } of actions) {
    const { client: theirs } = responders[responder] ?? { client };
    if (kind === 'acknowledge') await theirs.acknowledge(id, pick(acknowledgeNotes, random));
    else await theirs.resolve(id, pick(resolveNotes, random));
  }
  playlist.goOn(now(), board.totalCount);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
