import { type Catalogue, catalogueOf, emptyCatalogue } from '../engines/catalogue.ts';
import type { LearnedModel } from '../engines/learnedModel.ts';
import type { Policy } from '../engines/policy.ts';
import { type KnowledgeVersions, readKnowledgeVersions, readServices } from '../persistence/catalogue.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { readLearnedModel } from '../persistence/learnedModels.ts';

/** What the engines know beside the policy: the service catalogue, and the model that was learned from corrected severities. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  /** Null when there is none, or the policy does not ask for it. */
  readonly learned: LearnedModel | null;
}

/**
 * Keeps both in memory by their versions in the database. Each batch asks for the versions, so that servers that share a database agree
 * from the first batch that begins after a change was committed.
 */
export class KnowledgeCache {
  #catalogue: Catalogue = emptyCatalogue;
  #learned: LearnedModel | null = null;

  /** To be asked for before what they are the versions of: what is read then is at least as new, and is read again when it was newer. */
  versions(sql: SqlExecutor): Promise<KnowledgeVersions> {
    return readKnowledgeVersions(sql);
  }

  async current(sql: SqlExecutor, versions: KnowledgeVersions, policy: Policy): Promise<Knowledge> {
    if (policy.profile === 'seed-v1') return { catalogue: emptyCatalogue, learned: null };
    if (versions.catalogue !== this.#catalogue.version) {
      const services = await readServices(sql);
      this.#catalogue = catalogueOf(services, versions.catalogue);
    }
    const catalogue = this.#catalogue;
    if (policy.learned === 'off') return { catalogue, learned: null };
    if (versions.model !== (this.#learned?.version ?? 0)) this.#learned = await readLearnedModel(sql, versions.model);
    return { catalogue, learned: this.#learned };
  }
}
