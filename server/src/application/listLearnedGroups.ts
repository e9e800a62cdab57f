import { type LearnedGroup, learnedGroups } from '../engines/topology/groups.ts';
import { acquaintancesKey, topologyKey } from '../engines/topology.ts';
import { readBaselines } from '../persistence/baselines.ts';
import type { App } from './app.ts';
import { topologiesIn } from './learnedGroups.ts';

const mostGroups = 100;
const mostPairs = 100;

/** What was learned from live signals to belong together, under the policy in force. */
export async function listLearnedGroups({
  database,
  policies,
}: Pick<App, 'database' | 'policies'>): Promise<LearnedGroup[]> {
  const { policy } = await policies.active();
  const stored = await readBaselines(database.sql, [topologyKey(false), acquaintancesKey(false)]);
  const [topology] = topologiesIn(stored);
  if (topology === undefined) return [];
  const groups = learnedGroups(topology[1], policy).slice(0, mostGroups);
  return groups.map(({ services, pairs }) => ({ services, pairs: pairs.slice(0, mostPairs) }));
}
