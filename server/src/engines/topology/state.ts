/** What is known of one service. Counts fade with time, hence they are fractions; a tick is the policy's `tickSeconds`. */
export interface Acquaintance {
  /** The ticks in which the service fired. */
  readonly ticks: number;
  /** How many times it began to fire after a silence of the policy's window. */
  readonly occasions: number;
  /** When it last fired, as a number of ticks since the epoch. */
  readonly lastTick: number;
  /** The `elapsed` of the topology when it was first heard of. */
  readonly since: number;
  /** By partner: the ticks in which both fired. */
  readonly partners: ReadonlyMap<string, number>;
  /** By stream: the windows in which the service fired in it. */
  readonly streams: ReadonlyMap<string, number>;
}

/** How often two streams fired for one service in the same window, summed over all services. */
export interface StreamPair {
  readonly a: string;
  readonly b: string;
  /** The windows in which both fired. */
  readonly together: number;
  /** The windows in which the rarer of the two fired: `together` is at most this. */
  readonly chances: number;
}

/** Signals of one system that follow each other closely: what becomes one incident. */
export interface Episode {
  /** What its group key is made of. An episode takes over that of an ended one of the same service. */
  readonly group: string;
  readonly openedAtMs: number;
  readonly lastAtMs: number;
  readonly signals: number;
  readonly streams: readonly string[];
  /** In the order in which they joined; those beyond the policy's bound are left out. */
  readonly members: readonly string[];
  /** Over all pairs of members: the ticks in which both fired, and in which both could have; both without what chance alone makes. */
  readonly together: number;
  readonly possible: number;
  /** Signals of the tick `tick`, then of those before it, as far back as the policy looks; `peak` is the most of any tick before those. */
  readonly tick: number;
  readonly counts: readonly number[];
  readonly peak: number;
  /** Whether a second surge has made another episode of it: it takes nothing any more. */
  readonly superseded: boolean;
}

/** A signal as it is placed: the stream is its source, or what the policy's label says. */
export interface Firing {
  readonly service: string;
  readonly stream: string;
}

/** Which services belong together, as far as it was learned, and the episodes that may still grow. Bounded by the policy. */
export interface TopologyState {
  /** The tick that is being filled, when its first signal came, which services have fired in it, and how many did in the one before. */
  readonly tick: number;
  readonly tickFromMs: number;
  readonly active: ReadonlySet<string>;
  readonly activeBefore: number;
  /** The window that is being filled, and which streams of which services have fired in it. */
  readonly window: number;
  readonly streaming: ReadonlyMap<string, readonly string[]>;
  /** The one that fired last comes last. */
  readonly services: ReadonlyMap<string, Acquaintance>;
  readonly streamPairs: readonly StreamPair[];
  /** The ticks that have passed since learning began, faded like all counts. */
  readonly elapsed: number;
  /** The share of `together` in `possible` that is usual for the members of an episode, and of how many episodes that is the mean. */
  readonly cohesion: number;
  readonly cohesionOf: number;
  readonly nextGroup: number;
  /** The one that was active last comes last. */
  readonly episodes: readonly Episode[];
  /** By dedup key: when, by the source's clock, an alert ended of which nothing had been heard before; ms since the epoch. */
  readonly earlyResolves: ReadonlyMap<string, number>;
}

export const blankTopology: TopologyState = {
  tick: 0,
  tickFromMs: 0,
  active: new Set(),
  activeBefore: 0,
  window: 0,
  streaming: new Map(),
  services: new Map(),
  streamPairs: [],
  elapsed: 0,
  cohesion: 0,
  cohesionOf: 0,
  nextGroup: 1,
  episodes: [],
  earlyResolves: new Map(),
};
