import type { ServicePageQuery } from '../__generated__/operations.ts';

export type CatalogueService = ServicePageQuery['services']['nodes'][number];

export interface CatalogueEntry extends CatalogueService {
  /** The services that stand on it, in the order of their names. */
  readonly dependents: readonly string[];
}

export const tierWords = {
  1: 'the business stands on it',
  2: 'many notice at once',
  3: 'some notice',
  4: 'nobody misses it for a day',
} as const;

/** Each service with those that depend on it. */
export function withDependents(services: readonly CatalogueService[]): readonly CatalogueEntry[] {
  const dependents = new Map<string, string[]>();
  for (const { name, dependsOn } of services) {
    for (const below of dependsOn) {
      const known = dependents.get(below);
      if (known === undefined) dependents.set(below, [name]);
      else known.push(name);
    }
  }
  return services.map((service) => ({ ...service, dependents: dependents.get(service.name) ?? [] }));
}

/** The entries of which name, owner or description holds the words; all of them for no words. */
export function findServices(entries: readonly CatalogueEntry[], q: string): readonly CatalogueEntry[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter(({ name, owner, description }) => {
    const text = `${name} ${owner ?? ''} ${description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Names that were typed, separated by commas or lines. */
export function splitNames(text: string): readonly string[] {
  return [...new Set(text.split(/[,\n]/).map((name) => name.trim()))].filter((name) => name !== '');
}
