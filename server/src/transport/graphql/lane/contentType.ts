const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

/** What clients send as `accept`, and the type that Apollo answers with. Whoever sends something else is answered by Apollo. */
const typeByAccept: ReadonlyMap<string, string> = new Map([
  ['', json],
  ['*/*', json],
  ['application/json', json],
  ['application/json, text/plain, */*', json],
  ['application/json, */*', json],
  // Apollo Client 4, graphql-request, urql.
  ['application/graphql-response+json,application/json;q=0.9', graphqlResponse],
  ['application/graphql-response+json, application/json', graphqlResponse],
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    graphqlResponse,
  ],
]);

export const acceptsOfFastLane: readonly string[] = [...typeByAccept.keys()];

/** The content type of an answer; null when it has to be negotiated. */
export function contentTypeFor(accept: string | undefined): string | null {
  return typeByAccept.get(accept ?? '') ?? null;
}
