/** How much a service matters: 1 is what the business stands on, 4 what nobody misses for a day. */
export const tiers = [1, 2, 3, 4] as const;
export type Tier = (typeof tiers)[number];

/** A service of the catalogue. */
export interface CatalogueService {
  readonly name: string;
  readonly tier: Tier;
  /** Who answers for it. */
  readonly owner: string | null;
  readonly description: string | null;
  /** The services that it cannot work without, each once. */
  readonly dependsOn: readonly string[];
}

export const serviceBounds = {
  services: 10_000,
  name: 100,
  owner: 100,
  description: 2_000,
  dependencies: 200,
} as const;
