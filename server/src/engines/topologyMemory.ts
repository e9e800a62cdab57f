import type { Signal } from '../domain/signal.ts';
import type { Catalogue } from './catalogue.ts';
import type { Policy } from './policy.ts';
import { blankTopology, type TopologyState } from './topology/state.ts';
import {
  afterFiring,
  afterPlacing,
  type FoundToBeOne,
  foundToBeOne,
  type Placed,
  placeSignal,
  resolvedEarlyAt,
  usesTopology,
  withEarlyResolve,
} from './topology.ts';
import type { Situation, Verdict } from './verdict.ts';

interface Circumstances {
  readonly now: Date;
  readonly catalogue: Catalogue;
  readonly policy: Policy;
}

/** Two groups found to be one, by a signal at a moment of the engines' time. */
export interface FoundUnion extends FoundToBeOne {
  readonly historical: boolean;
  readonly at: Date;
}

type Sought = Pick<Situation, 'groupKey' | 'placement' | 'resolvedEarlyAt'>;

/** Carries what is known of services from signal to signal; history and the present know nothing of each other. */
export class TopologyMemory {
  readonly #states = new Map<boolean, TopologyState>();
  readonly #changed = new Set<boolean>();
  #unions: FoundUnion[] = [];
  readonly #before: ReadonlyMap<boolean, TopologyState>;

  constructor(states: readonly (readonly [historical: boolean, state: TopologyState])[] = []) {
    for (const [historical, state] of states) this.#states.set(historical, state);
    this.#before = new Map(states);
  }

  /** What the topology says about a signal before it is decided. */
  seek(signal: Signal, groupKey: string | null, { now, catalogue, policy }: Circumstances): Sought {
    if (!usesTopology(policy) || signal.state !== 'FIRING') return { groupKey, placement: null, resolvedEarlyAt: null };
    const state = this.#of(signal.historical);
    const placement: Placed | null =
      policy.grouping.by === 'learned' && groupKey === null ? placeSignal(state, signal, now, catalogue, policy) : null;
    return { groupKey: placement?.groupKey ?? groupKey, placement, resolvedEarlyAt: resolvedEarlyAt(state, signal) };
  }

  /** Takes what was decided. Only what belongs to an incident, or waits for one, teaches: calm readings come from every service all the time. */
  note(signal: Signal, { placement }: Sought, verdict: Verdict, { now, policy }: Circumstances): void {
    if (!usesTopology(policy)) return;
    const state = this.#of(signal.historical);
    if (signal.state === 'RESOLVED') {
      if (verdict.early) this.#set(signal.historical, withEarlyResolve(state, signal));
      return;
    }
    const taken = verdict.incident ?? verdict.waits;
    if (taken === null) return;
    const heard = afterFiring(state, signal);
    const { groupKey } = taken;
    const after = placement === null ? heard : afterPlacing(heard, signal, placement, groupKey, now, policy);
    this.#set(signal.historical, after);
    const union = placement === null ? null : foundToBeOne(placement);
    if (union !== null && (groupKey === union.hostKey || groupKey === union.guestKey)) {
      this.#unions.push({ ...union, historical: signal.historical, at: now });
    }
  }

  /** The groups that were found to be one since it was last asked. */
  takeUnions(): FoundUnion[] {
    const unions = this.#unions;
    this.#unions = [];
    return unions;
  }

  /** What is known now. */
  get states(): readonly (readonly [historical: boolean, state: TopologyState])[] {
    return [...this.#states];
  }

  /** Those that have been changed since it was made, and whether that is true of their acquaintances. */
  get changed(): { historical: boolean; state: TopologyState; learned: boolean }[] {
    return [...this.#changed].map((historical) => {
      const state = this.#of(historical);
      const before = this.#before.get(historical) ?? blankTopology;
      const learned = before.services !== state.services || before.streamPairs !== state.streamPairs;
      return { historical, state, learned };
    });
  }

  #of(historical: boolean): TopologyState {
    return this.#states.get(historical) ?? blankTopology;
  }

  #set(historical: boolean, state: TopologyState): void {
    if (state === this.#of(historical)) return;
    this.#states.set(historical, state);
    this.#changed.add(historical);
  }
}
