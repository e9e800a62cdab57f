import type { CatalogueService, Tier } from '../domain/service.ts';

/** The service catalogue as the engines read it. */
export interface Catalogue {
  /** Grows with every change; equal versions of one database are equal catalogues. */
  readonly version: number;
  readonly tiers: ReadonlyMap<string, Tier>;
  /** By service: those that depend on it directly. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
}

export const emptyCatalogue: Catalogue = { version: 0, tiers: new Map(), dependents: new Map() };

export function catalogueOf(services: readonly CatalogueService[], version: number): Catalogue {
  const dependents = new Map<string, string[]>();
  for (const { name, dependsOn } of services) {
    for (const needed of dependsOn) {
      const known = dependents.get(needed);
      if (known === undefined) dependents.set(needed, [name]);
      else known.push(name);
    }
  }
  return { version, tiers: new Map(services.map(({ name, tier }) => [name, tier])), dependents };
}

/** A hub of ten thousand services is known to be one long before all of them are counted. */
const mostDependents = 1_000;
const mostRemembered = 2_000;
const remembered = new WeakMap<Catalogue, Map<string, ReadonlySet<string>>>();

/**
 * The services that depend on one, directly or over at most `depth` steps, nearest first; itself left out, and no more than 1,000.
 * Remembered for as long as the catalogue is: a catalogue never changes, so the answer does not either.
 */
export function dependentsOf(catalogue: Catalogue, service: string, depth: number): ReadonlySet<string> {
  const known = remembered.get(catalogue) ?? new Map<string, ReadonlySet<string>>();
  remembered.set(catalogue, known);
  const key = `${depth} ${service}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = walk(catalogue, service, depth);
  if (known.size >= mostRemembered) known.clear();
  known.set(key, found);
  return found;
}

function walk({ dependents }: Catalogue, service: string, depth: number): Set<string> {
  const found = new Set<string>();
  let level: readonly string[] = [service];
  for (let step = 0; step < depth && level.length > 0; step += 1) {
    const next: string[] = [];
    for (const name of level.flatMap((one) => dependents.get(one) ?? [])) {
      if (name === service || found.has(name)) continue;
      if (found.size >= mostDependents) return found;
      found.add(name);
      next.push(name);
    }
    level = next;
  }
  return found;
}

/** A circle of services that depend on each other, for example `[a, b, a]`; null when there is none. */
export function findCycle(services: readonly Pick<CatalogueService, 'name' | 'dependsOn'>[]): string[] | null {
  const needs = new Map(services.map(({ name, dependsOn }) => [name, dependsOn]));
  const done = new Set<string>();
  for (const { name } of services) {
    // Walked with a stack of its own: a chain of ten thousand services is deeper than the machine's.
    const path: { name: string; next: number }[] = [{ name, next: 0 }];
    const onPath = new Set([name]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const needed = done.has(top.name) ? undefined : needs.get(top.name)?.[top.next];
      if (needed === undefined) {
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
        continue;
      }
      top.next += 1;
      if (onPath.has(needed)) {
        return [...path.slice(path.findIndex((one) => one.name === needed)).map((one) => one.name), needed];
      }
      if (done.has(needed)) continue;
      onPath.add(needed);
      path.push({ name: needed, next: 0 });
    }
  }
  return null;
}
