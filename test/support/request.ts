export interface GraphQLAnswer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string }; path?: readonly (string | number)[] }[];
}

/** Sends an operation and returns the answer as it came, errors included. */
export async function requestGraphQL<Data = Record<string, unknown>>(
  vigil: { url: string; token: string },
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphQLAnswer<Data>> {
  const response = await fetch(`${vigil.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${vigil.token}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json() as Promise<GraphQLAnswer<Data>>;
}
