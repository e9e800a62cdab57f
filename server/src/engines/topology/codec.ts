import { type Acquaintance, blankTopology, type Episode, type StreamPair, type TopologyState } from './state.ts';

const version = 1;

/** What changes with every signal, as plain JSON: some kilobytes at most. */
export interface TopologyDocument {
  readonly kind: 'topology';
  readonly version: number;
  /** Which stored acquaintances it goes with: a new id whenever they change. */
  readonly acquaintances: string;
  readonly tick: number;
  readonly tickFromMs: number;
  readonly active: readonly string[];
  readonly activeBefore: number;
  readonly window: number;
  readonly streaming: readonly (readonly [service: string, streams: readonly string[]])[];
  readonly elapsed: number;
  readonly cohesion: number;
  readonly cohesionOf: number;
  readonly nextGroup: number;
  readonly episodes: readonly Episode[];
  readonly earlyResolves: readonly (readonly [dedupKey: string, atMs: number])[];
}

/** What changes once in a tick, as plain JSON: about 6 bytes a pair of services. A place is one in `services`. */
export interface AcquaintancesDocument {
  readonly kind: 'acquaintances';
  readonly version: number;
  readonly services: readonly string[];
  /** For each: ticks, occasions, last tick, since. */
  readonly counts: readonly (readonly [number, number, number, number])[];
  /** For each: place and times of its partners, one after the other. A pair is kept once, with the later of the two. */
  readonly partners: readonly (readonly number[])[];
  readonly streams: readonly (readonly (readonly [stream: string, windows: number])[])[];
  readonly streamPairs: readonly StreamPair[];
}

/** The part of a topology that is large and changes seldom. */
export type Acquaintances = Pick<TopologyState, 'services' | 'streamPairs'>;

export function encodeTopology(state: TopologyState, acquaintances: string): TopologyDocument {
  const { tick, tickFromMs, activeBefore, window, elapsed, cohesion, cohesionOf, nextGroup, episodes } = state;
  return {
    kind: 'topology',
    version,
    acquaintances,
    ...{ tick, tickFromMs, activeBefore, window, elapsed, cohesion, cohesionOf, nextGroup, episodes },
    active: [...state.active],
    streaming: [...state.streaming],
    earlyResolves: [...state.earlyResolves],
  };
}

export function encodeAcquaintances({ services: all, streamPairs }: Acquaintances): AcquaintancesDocument {
  const services = [...all.keys()];
  const places = new Map(services.map((service, place) => [service, place]));
  const known = [...all.values()];
  const partners = known.map((one, place) => {
    const kept: [number, number][] = [];
    for (const [partner, times] of one.partners) {
      const other = places.get(partner);
      if (other === undefined) continue;
      // Of the two sides of a pair one may have been forgotten to make room: then the other one keeps it.
      if (other < place || !known[other]?.partners.has(services[place] ?? '')) kept.push([other, times]);
    }
    return kept.sort(([one], [other]) => one - other).flat();
  });
  return {
    kind: 'acquaintances',
    version,
    services,
    counts: known.map(({ ticks, occasions, lastTick, since }) => [ticks, occasions, lastTick, since]),
    partners,
    streams: known.map(({ streams }) => [...streams]),
    streamPairs,
  };
}

/** What was stored by another version of the server is unlearned rather than misread. */
export function decodeAcquaintances(document: AcquaintancesDocument): Acquaintances {
  if (document.version !== version) return blankTopology;
  const { services: names, counts, partners, streams, streamPairs } = document;
  const partnersOf = names.map(() => new Map<string, number>());
  for (const [place, flat] of partners.entries()) {
    for (let index = 0; index + 1 < flat.length; index += 2) {
      const [other, times] = [flat[index] ?? 0, flat[index + 1] ?? 0];
      partnersOf[place]?.set(names[other] ?? '', times);
      partnersOf[other]?.set(names[place] ?? '', times);
    }
  }
  const services = new Map(
    names.map((name, place): [string, Acquaintance] => {
      const [ticks, occasions, lastTick, since] = counts[place] ?? [0, 0, 0, 0];
      const known = { ticks, occasions, lastTick, since };
      return [name, { ...known, partners: partnersOf[place] ?? new Map(), streams: new Map(streams[place]) }];
    }),
  );
  return { services, streamPairs };
}

export function decodeTopology(document: TopologyDocument, acquaintances: Acquaintances): TopologyState {
  if (document.version !== version) return blankTopology;
  const { tick, tickFromMs, activeBefore, window, elapsed, cohesion, cohesionOf, nextGroup, episodes } = document;
  return {
    ...{ tick, tickFromMs, activeBefore, window, elapsed, cohesion, cohesionOf, nextGroup, episodes },
    ...acquaintances,
    active: new Set(document.active),
    streaming: new Map(document.streaming),
    earlyResolves: new Map(document.earlyResolves),
  };
}
