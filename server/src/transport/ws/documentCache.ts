import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { documentBounds } from '../bounds.ts';
import { admitText } from '../graphql/admitOperation.ts';
import { nestedTooDeeply } from '../graphql/presentError.ts';

export type ReadDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const kept = 500;

/** Parses and validates documents; remembers the valid ones, as Apollo does for HTTP. */
export function createDocumentCache(schema: GraphQLSchema): (query: string) => ReadDocument {
  const documents = new Map<string, DocumentNode>();

  return (query) => {
    const known = documents.get(query);
    if (known) return { document: known };
    const tooLong = admitText(query);
    if (tooLong) return { errors: [tooLong] };
    try {
      const document = parse(query, { maxTokens: documentBounds.tokens });
      const errors = validate(schema, document, specifiedRules);
      if (errors.length > 0) return { errors };
      const oldest = documents.size >= kept ? documents.keys().next().value : undefined;
      if (oldest !== undefined) documents.delete(oldest);
      documents.set(query, document);
      return { document };
    } catch (error) {
      // Besides wrong syntax: nesting that overflows the parser's stack.
      return { errors: [error instanceof GraphQLError ? error : nestedTooDeeply()] };
    }
  };
}
