/** What to give postgres.js: `postgres(target.url, { ...target.options, max: 10 })`. */
export interface PostgresTarget {
  url: string;
  options: { host?: string };
}

/** The form that libpq and node-postgres understand: the socket's folder is a parameter, since no host name can be a path. */
export function socketUrl(socket: { folder: string; port: number; user: string; database: string }): string {
  const query = new URLSearchParams({ host: socket.folder, port: String(socket.port), user: socket.user });
  return `postgresql:///${encodeURIComponent(socket.database)}?${query}`;
}

/** postgres.js takes `?host=/folder` for a setting of the session: it wants it as an option. Other URLs pass unchanged. */
export function postgresTarget(databaseUrl: string): PostgresTarget {
  const [, query] = databaseUrl.split('?');
  const folder = new URLSearchParams(query).get('host');
  // Not parsed any further: a list of several hosts is fine for postgres.js, but no URL.
  if (!folder?.startsWith('/')) return { url: databaseUrl, options: {} };

  const url = new URL(databaseUrl);
  const port = url.searchParams.get('port') ?? (url.port === '' ? '5432' : url.port);
  const user = url.searchParams.get('user') ?? decodeURIComponent(url.username);
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password);
  for (const name of ['host', 'port', 'user', 'password']) url.searchParams.delete(name);
  const secret = password === '' ? '' : `:${encodeURIComponent(password)}`;
  const login = user === '' ? '' : `${encodeURIComponent(user)}${secret}@`;
  return { url: `postgresql://${login}localhost:${port}${url.pathname}${url.search}`, options: { host: folder } };
}
