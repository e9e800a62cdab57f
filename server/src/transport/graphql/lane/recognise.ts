import type { Variables } from '../complexity.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import type { PersistedDocuments } from './persistedDocuments.ts';
import type { PreparedOperation } from './preparedOperation.ts';

export interface RecognisedRequest {
  readonly operation: PreparedOperation;
  readonly variables: Variables;
}

const noVariables: Variables = {};

/** The operation that a request's body asks for, if it is a plain one and known; null leaves the request to Apollo. */
export function recognise(
  body: unknown,
  documents: KnownDocuments,
  persisted: PersistedDocuments,
): RecognisedRequest | null {
  if (!isObject(body)) return null;
  const { operationName, variables, extensions } = body;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  const query = queryOf(body.query, extensions, persisted);
  if (query === null) return null;
  const operation = documents.find(query, operationName ?? undefined);
  return operation && { operation, variables: variables ?? noVariables };
}

function queryOf(query: unknown, extensions: unknown, persisted: PersistedDocuments): string | null {
  const text = typeof query === 'string' && query !== '' ? query : null;
  if (extensions === undefined || extensions === null) return text;
  if (!isObject(extensions)) return null;
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined) return text;
  if (!isObject(persistedQuery) || persistedQuery.version !== 1) return null;
  const { sha256Hash } = persistedQuery;
  const kept = typeof sha256Hash === 'string' ? persisted.find(sha256Hash) : undefined;
  if (kept === undefined) return null;
  // Sent along, it must be the document of that hash: Apollo looks at it when it is another.
  return query === undefined || text === kept ? kept : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
