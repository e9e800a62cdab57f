import { type CatalogueService, serviceBounds } from '../domain/service.ts';
import { findCycle } from './catalogue.ts';

/** What is wrong with a change of the catalogue. */
export interface CatalogueFault {
  /** The place of the service among those that were given; null when it is about the whole. */
  readonly index: number | null;
  /** The place in `dependsOn`, where it is about one of them. */
  readonly dependency: number | null;
  readonly message: string;
}

export interface CatalogueChange {
  /** As they shall be; those that are so already are left out. */
  readonly changed: readonly CatalogueService[];
  readonly removed: readonly string[];
  /** How many of `changed` are new. */
  readonly added: number;
}

export type PlannedChange =
  | { readonly ok: true; readonly change: CatalogueChange }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

const mostFaults = 20;

/**
 * What has to be stored so that the catalogue holds the given services, and no others where it is replaced. All of it or nothing: a name
 * that is given twice, a dependency that the catalogue would not know, one on itself, a circle, and more services than there may be are faults.
 */
export function planCatalogue(
  current: readonly CatalogueService[],
  given: readonly CatalogueService[],
  replace: boolean,
): PlannedChange {
  const before = new Map(current.map((service) => [service.name, service]));
  const wanted = new Map(given.map((service) => [service.name, service]));
  const kept = replace ? [] : current.filter(({ name }) => !wanted.has(name));
  const after = [...kept, ...wanted.values()];
  const faults = [...repetitions(given), ...unknownDependencies(given, new Set(after.map(({ name }) => name)))];
  if (after.length > serviceBounds.services) {
    const message = `the catalogue would hold ${after.length} services, at most ${serviceBounds.services} are allowed`;
    faults.push({ index: null, dependency: null, message });
  }
  if (faults.length === 0) faults.push(...circle(given, after));
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, mostFaults) };
  const changed = [...wanted.values()].filter((service) => !isSame(service, before.get(service.name)));
  const removed = replace ? current.map(({ name }) => name).filter((name) => !wanted.has(name)) : [];
  return { ok: true, change: { changed, removed, added: changed.filter(({ name }) => !before.has(name)).length } };
}

function repetitions(given: readonly CatalogueService[]): CatalogueFault[] {
  const seen = new Set<string>();
  return given.flatMap(({ name }, index) => {
    const again = seen.has(name);
    seen.add(name);
    return again ? [{ index, dependency: null, message: `the service ${JSON.stringify(name)} is given twice` }] : [];
  });
}

function unknownDependencies(given: readonly CatalogueService[], known: ReadonlySet<string>): CatalogueFault[] {
  return given.flatMap(({ name, dependsOn }, index) =>
    dependsOn.flatMap((needed, dependency) => {
      if (needed === name) return [{ index, dependency, message: `${JSON.stringify(name)} cannot depend on itself` }];
      if (known.has(needed)) return [];
      return [{ index, dependency, message: `there is no service ${JSON.stringify(needed)} in the catalogue` }];
    }),
  );
}

function circle(given: readonly CatalogueService[], after: readonly CatalogueService[]): CatalogueFault[] {
  const cycle = findCycle(after);
  if (cycle === null) return [];
  // What was stored before has no circle: at least one of the given services is on it.
  const index = given.findIndex(({ name }) => cycle.includes(name));
  const service = given[index];
  const next = service === undefined ? undefined : cycle[cycle.indexOf(service.name) + 1];
  const dependency = next === undefined ? -1 : (service?.dependsOn.indexOf(next) ?? -1);
  const message = `services cannot depend on each other in a circle: ${shortened(cycle).join(' → ')}`;
  return [{ index: index === -1 ? null : index, dependency: dependency === -1 ? null : dependency, message }];
}

function shortened(cycle: readonly string[]): readonly string[] {
  return cycle.length <= 10 ? cycle : [...cycle.slice(0, 8), '…', ...cycle.slice(-1)];
}

function isSame(a: CatalogueService, b: CatalogueService | undefined): boolean {
  return (
    b !== undefined &&
    a.tier === b.tier &&
    a.owner === b.owner &&
    a.description === b.description &&
    a.dependsOn.length === b.dependsOn.length &&
    a.dependsOn.every((needed) => b.dependsOn.includes(needed))
  );
}
