import type { Signal } from '../domain/signal.ts';
import type { BaselineState } from '../engines/baseline.ts';
import type { Policy } from '../engines/policy.ts';
import {
  type Acquaintances,
  decodeAcquaintances,
  decodeTopology,
  encodeAcquaintances,
  encodeTopology,
  type TopologyDocument,
} from '../engines/topology/codec.ts';
import { blankTopology, type TopologyState } from '../engines/topology/state.ts';
import { acquaintancesKey, groupKeysFor, topologyKey, usesTopology } from '../engines/topology.ts';
import type { TopologyMemory } from '../engines/topologyMemory.ts';
import { readBaselines } from '../persistence/baselines.ts';
import type { SqlExecutor } from '../persistence/database.ts';

/** The rows that hold what signals of a batch are grouped by. */
export function topologyKeys(signals: readonly Signal[], policy: Policy): string[] {
  return usesTopology(policy) ? [...new Set(signals.map(({ historical }) => topologyKey(historical)))] : [];
}

const mostRemembered = 8;
/** By their id, which is never given twice: what is large is read from the database only when another server has changed it. */
const remembered = new Map<string, Acquaintances>();

/** Those of a stored topology stay with it for as long as it is in use: others may learn so much meanwhile that they are forgotten above. */
const knownWith = new WeakMap<TopologyDocument, Acquaintances>();

/** Reads the acquaintances that belong to the topologies among some baselines. */
export async function readAcquaintances(
  sql: SqlExecutor,
  baselines: ReadonlyMap<string, BaselineState>,
): Promise<ReadonlyMap<string, BaselineState>> {
  const keys = [false, true].flatMap((historical) => {
    const stored = baselines.get(topologyKey(historical));
    if (stored?.kind !== 'topology') return [];
    const known = remembered.get(stored.acquaintances);
    if (known === undefined) return [acquaintancesKey(historical)];
    knownWith.set(stored, known);
    return [];
  });
  return keys.length === 0 ? new Map() : readBaselines(sql, keys);
}

export function topologiesIn(baselines: ReadonlyMap<string, BaselineState>): [boolean, TopologyState][] {
  return [false, true].flatMap((historical): [boolean, TopologyState][] => {
    const stored = baselines.get(topologyKey(historical));
    if (stored?.kind !== 'topology') return [];
    const read = baselines.get(acquaintancesKey(historical));
    const known =
      knownWith.get(stored) ??
      remembered.get(stored.acquaintances) ??
      (read?.kind === 'acquaintances' ? decodeAcquaintances(read) : blankTopology);
    keep(stored, known);
    return [[historical, decodeTopology(stored, known)]];
  });
}

/**
 * What has to be stored of what a batch has taught: by key, the acquaintances only where they are others than before. To be decided on as
 * `topologiesIn` reads it, as another server does: what the stored form leaves out must not decide here either.
 */
export function storedTopologies(
  changed: TopologyMemory['changed'],
  baselines: ReadonlyMap<string, BaselineState>,
  newId: () => string,
): [string, BaselineState][] {
  return changed.flatMap(({ historical, state, learned }): [string, BaselineState][] => {
    const before = baselines.get(topologyKey(historical));
    const isNew = learned || before?.kind !== 'topology';
    const stored = encodeTopology(state, isNew ? newId() : before.acquaintances);
    const topology: [string, BaselineState] = [topologyKey(historical), stored];
    if (!isNew) {
      keep(stored, state);
      return [topology];
    }
    const acquaintances = encodeAcquaintances(state);
    keep(stored, decodeAcquaintances(acquaintances));
    return [topology, [acquaintancesKey(historical), acquaintances]];
  });
}

/** The groups that some signals may be placed in. */
export function groupKeysOf(
  stored: BaselineState | undefined,
  some: readonly { readonly signal: Signal; readonly now: Date }[],
  policy: Policy,
): string[] {
  if (stored?.kind !== 'topology' || policy.grouping.by !== 'learned') return [];
  const times = some.map(({ now }) => now.getTime());
  const range = { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
  return groupKeysFor(stored, new Set(some.map(({ signal }) => signal.service)), range, policy);
}

function keep(stored: TopologyDocument, { services, streamPairs }: Acquaintances): void {
  const known = { services, streamPairs };
  knownWith.set(stored, known);
  remembered.delete(stored.acquaintances);
  remembered.set(stored.acquaintances, known);
  for (const id of remembered.keys()) {
    if (remembered.size <= mostRemembered) return;
    remembered.delete(id);
  }
}
