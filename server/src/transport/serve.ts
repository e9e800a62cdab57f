import { type AddressInfo, Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../application/app.ts';
import { createAuthenticator } from './authenticate.ts';
import { drainMs } from './bounds.ts';
import { createFigures } from './figures.ts';
import type { Shared } from './graphql/context.ts';
import type { FastLaneMode } from './graphql/lane/fastLane.ts';
import { createSchema } from './graphql/schema.ts';
import { buildHttp } from './http.ts';
import { registerIncidentFigures } from './incidentFigures.ts';
import { createLiveValues } from './live/liveValues.ts';
import { createServerTime } from './serverTime.ts';
import { attachSocketServer } from './ws/socketServer.ts';

/** What has been sent to us arrives within this. */
const onTheWayMs = 250;

export interface TransportConfig {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The folder of the built board; it need not exist. */
  readonly webFolder: string;
  /** Which requests are answered without Apollo; tests compare. From the second sight of a document on, unless told otherwise. */
  readonly fastLane?: FastLaneMode | undefined;
}

export interface Transport {
  readonly address: string;
  readonly port: number;
  /** Stops accepting, finishes what is in flight, closes sockets with 1001. The app stays open: close it after this. */
  close(): Promise<void>;
}

/** Serves an app over HTTP and WebSocket. */
export async function startTransport(app: App, config: TransportConfig): Promise<Transport> {
  const { host, port, webFolder, fastLane = 'second sight' } = config;
  const figures = createFigures();
  registerIncidentFigures(figures.registry, app);
  const shared: Shared = {
    app,
    authenticator: createAuthenticator(app),
    figures,
    serverTime: createServerTime(app.clock),
    live: createLiveValues(app),
  };
  const schema = createSchema();
  const http = await buildHttp({ schema, shared, webFolder, fastLane });
  const sockets = attachSocketServer(http.server, schema, shared);
  try {
    await http.listen({ host, port });
  } catch (error) {
    await sockets.close();
    await http.close();
    throw error;
  }
  const bound = http.server.address() as AddressInfo;
  let closed: Promise<void> | null = null;

  async function close(): Promise<void> {
    // Listening ends at once; requests and sockets that are there already still get their answers. Not by the HTTP server's own
    // close(): it drops connections whose request is still on its way, so those get a moment first.
    Server.prototype.close.call(http.server);
    await Promise.all([sockets.close(), sleep(onTheWayMs)]);
    // A connection whose answer was still being written when the listening ended would stay open for the next request.
    const idle = setInterval(() => http.server.closeIdleConnections(), 50);
    const impatience = setTimeout(() => http.server.closeAllConnections(), drainMs);
    await http.close();
    clearInterval(idle);
    clearTimeout(impatience);
  }

  return {
    address: bound.address,
    port: bound.port,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
