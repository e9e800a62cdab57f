import type { TransactionSql } from 'postgres';
import type { Signal } from '../domain/signal.ts';
import type { BaselineState } from '../engines/baseline.ts';
import type { Policy } from '../engines/policy.ts';
import {
  type Acquaintances,
  decodeAcquaintances,
  decodeTopology,
  encodeAcquaintances,
  encodeTopology,
} from '../engines/topology/codec.ts';
import { blankTopology, type TopologyState } from '../engines/topology/state.ts';
import { acquaintancesKey, groupKeysFor, topologyKey, usesTopology } from '../engines/topology.ts';
import type { TopologyMemory } from '../engines/topologyMemory.ts';
import { readBaselines } from '../persistence/baselines.ts';

/** The rows that hold what signals of a batch are grouped by. */
export function topologyKeys(signals: readonly Signal[], policy: Policy): string[] {
  return usesTopology(policy) ? [...new Set(signals.map(({ historical }) => topologyKey(historical)))] : [];
}

const mostRemembered = 8;
/** By their id, which is never given twice: what is large is read from the database only when another server has changed it. */
const remembered = new Map<string, Acquaintances>();

/** Reads the acquaintances that belong to the topologies among some baselines. */
export async function readAcquaintances(
  tx: TransactionSql,
  baselines: ReadonlyMap<string, BaselineState>,
): Promise<ReadonlyMap<string, BaselineState>> {
  const keys = [false, true].flatMap((historical) => {
    const stored = baselines.get(topologyKey(historical));
    return stored?.kind !== 'topology' || remembered.has(stored.acquaintances) ? [] : [acquaintancesKey(historical)];
  });
  return keys.length === 0 ? new Map() : readBaselines(tx, keys);
}

export function topologiesIn(baselines: ReadonlyMap<string, BaselineState>): [boolean, TopologyState][] {
  return [false, true].flatMap((historical): [boolean, TopologyState][] => {
    const stored = baselines.get(topologyKey(historical));
    if (stored?.kind !== 'topology') return [];
    const read = baselines.get(acquaintancesKey(historical));
    const known =
      remembered.get(stored.acquaintances) ??
      (read?.kind === 'acquaintances' ? decodeAcquaintances(read) : blankTopology);
    remember(stored.acquaintances, known);
    return [[historical, decodeTopology(stored, known)]];
  });
}

/** What has to be stored of what a batch has taught: by key, the acquaintances only where they are others than before. */
export function storedTopologies(
  changed: TopologyMemory['changed'],
  baselines: ReadonlyMap<string, BaselineState>,
  newId: () => string,
): [string, BaselineState][] {
  return changed.flatMap(({ historical, state, learned }): [string, BaselineState][] => {
    const before = baselines.get(topologyKey(historical));
    const id = learned || before?.kind !== 'topology' ? newId() : before.acquaintances;
    remember(id, state);
    const topology: [string, BaselineState] = [topologyKey(historical), encodeTopology(state, id)];
    return learned ? [topology, [acquaintancesKey(historical), encodeAcquaintances(state)]] : [topology];
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

function remember(id: string, { services, streamPairs }: Acquaintances): void {
  remembered.delete(id);
  remembered.set(id, { services, streamPairs });
  for (const key of remembered.keys()) {
    if (remembered.size <= mostRemembered) return;
    remembered.delete(key);
  }
}
