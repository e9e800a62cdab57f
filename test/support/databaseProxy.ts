import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import postgres from 'postgres';
import { postgresTarget } from '../../server/src/persistence/connectionUrl.ts';

export interface DatabaseProxy {
  /** The same database, through the proxy. */
  readonly url: string;
  /** Keeps back what the database says from now on, on the connections that there are. */
  holdAnswers(): void;
  /** Cuts the connections on which something was kept back; the others go on. */
  cutHeld(): void;
  close(): Promise<void>;
}

/** Stands between a server and its database, as a network that fails. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const { url, options } = postgresTarget(databaseUrl);
  const { host: hosts, port: ports, user, database, pass } = postgres(url, options).options;
  const [host = '', port = 5432] = [hosts[0], ports[0]];
  const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const connections = new Map<Socket, Socket>();
  const proxy = createServer((incoming) => {
    const outgoing = connect(target);
    connections.set(incoming, outgoing);
    incoming.on('close', () => connections.delete(incoming));
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      one.pipe(other);
      one.on('close', () => other.destroy());
      // A cut connection fails on both of its sides.
      one.on('error', () => one.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const through = new URL(`postgresql://127.0.0.1:${(proxy.address() as AddressInfo).port}/${database}`);
  through.username = user;
  if (typeof pass === 'string') through.password = pass;
  return {
    url: through.href,
    holdAnswers: () => {
      for (const [incoming, outgoing] of connections) outgoing.unpipe(incoming);
    },
    cutHeld: () => {
      for (const [incoming, outgoing] of connections) {
        if (outgoing.readableLength > 0) incoming.destroy();
        else outgoing.pipe(incoming);
      }
    },
    close: async () => {
      for (const incoming of connections.keys()) incoming.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
