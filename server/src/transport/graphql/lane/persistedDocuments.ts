import { RecentMap } from './recentMap.ts';

/** Documents that clients send by their hash. Apollo adds them: once hash and document fit and the document is admitted. */
export interface PersistedDocuments {
  /** What Apollo keeps them in; its keys have a prefix. */
  readonly cache: {
    get(key: string): Promise<string | undefined>;
    set(key: string, query: string): Promise<void>;
    delete(key: string): Promise<boolean>;
  };
  /** The document by its SHA-256 in hexadecimal digits. */
  find(sha256: string): string | undefined;
}

const bounds = { entries: 2000, characters: 4_000_000 };
const prefix = 'apq:';

export function createPersistedDocuments(): PersistedDocuments {
  const queries = new RecentMap<string>(bounds, (key, query) => key.length + query.length);
  return {
    cache: {
      get: async (key) => queries.get(key),
      set: async (key, query) => queries.set(key, query),
      delete: async (key) => queries.delete(key),
    },
    find: (sha256) => queries.get(`${prefix}${sha256}`),
  };
}
