import { type Catalogue, dependentsOf } from './catalogue.ts';
import type { Policy } from './policy.ts';

/** How far what happens to a service spreads. */
export interface BlastRadius {
  /** How many of the services that depend on it have an open incident. */
  readonly affected: number;
  /** How many depend on it, directly or not, as deep as the policy looks. */
  readonly dependents: number;
}

/**
 * The dependents of a service that are in trouble. `affected` holds the services with an open incident. Null when nothing in the
 * catalogue depends on the service: then what else fires in its incident is all that is known.
 */
export function blastRadiusOf(
  catalogue: Catalogue,
  service: string,
  affected: ReadonlyMap<string, number>,
  { stress: { blast } }: Policy,
): BlastRadius | null {
  const dependents = dependentsOf(catalogue, service, blast.depth);
  if (dependents.size === 0) return null;
  let count = 0;
  for (const dependent of dependents) if ((affected.get(dependent) ?? 0) > 0) count += 1;
  return { affected: count, dependents: dependents.size };
}
