/** Where GraphQL is served, given the server's address, with or without `/graphql` at its end. */
export function httpEndpoint(url: string): string {
  const endpoint = new URL(url);
  const path = endpoint.pathname.replace(/\/+$/, '');
  endpoint.pathname = path.endsWith('/graphql') ? path : `${path}/graphql`;
  return endpoint.href;
}

/** The same for sockets. */
export function socketEndpoint(url: string): string {
  const endpoint = new URL(httpEndpoint(url));
  endpoint.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';
  return endpoint.href;
}
