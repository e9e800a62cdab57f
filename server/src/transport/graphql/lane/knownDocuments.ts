import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type PreparedOperation, prepareOperation, readForLane } from './preparedOperation.ts';
import { RecentMap } from './recentMap.ts';

/** When a document is prepared for the fast lane: tests want to see it there at once. */
export type PrepareAt = 'first sight' | 'second sight';

export interface KnownDocuments {
  /** The operation if its document is known and fit; else null, and Apollo is to answer. */
  find(query: string, operationName: string | undefined): PreparedOperation | null;
}

/** Compiled code takes some ten times the text. */
const bounds = { entries: 1000, characters: 2_000_000 };

interface KnownDocument {
  readonly document: DocumentNode;
  readonly operations: Map<string | undefined, PreparedOperation>;
}

/**
 * The documents that clients send, by their text. A document is prepared when it comes for the second time: one that holds its values as
 * literals comes once, and would cost more to compile than to run.
 */
export function createKnownDocuments(schema: GraphQLSchema, prepareAt: PrepareAt): KnownDocuments {
  const documents = new RecentMap<KnownDocument | 'seen once' | 'unfit'>(bounds);

  function read(query: string): KnownDocument | null {
    const known = documents.get(query);
    if (known === 'unfit') return null;
    if (known !== undefined && known !== 'seen once') return known;
    if (known === undefined && prepareAt === 'second sight') {
      documents.set(query, 'seen once');
      return null;
    }
    const document = readForLane(schema, query);
    const made = document === null ? null : { document, operations: new Map<string | undefined, PreparedOperation>() };
    documents.set(query, made ?? 'unfit');
    return made;
  }

  return {
    find: (query, operationName) => {
      const known = read(query);
      if (known === null) return null;
      const prepared = known.operations.get(operationName);
      if (prepared !== undefined) return prepared;
      const made = prepareOperation(schema, known.document, operationName);
      // Names of operations that are not there are not kept: there is no end of them.
      if (made !== null) known.operations.set(operationName, made);
      return made;
    },
  };
}
