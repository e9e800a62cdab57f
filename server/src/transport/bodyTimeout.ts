import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route watches over its uploads by itself. */
    isLongUpload?: boolean;
  }
}

const longestSweepMs = 5000;

interface Arrival {
  readonly request: IncomingMessage;
  readonly since: number;
}

/**
 * Cuts requests off whose body takes too long to arrive: one that trickles in must not hold a connection, and the shutdown, for ever. Node's own
 * `requestTimeout` knows no exceptions. A look at those that are under way now and then cuts them off, at most 5 s late.
 */
export function limitBodyTime(fastify: FastifyInstance, bodyMs: number): void {
  // By their connections, which come and go seldom. A map of the requests themselves would be made anew every few of them, and what V8
  // leaves of the older ones keeps all that a request has made from the scavenger: each would grow old.
  const connections = new Set<Socket>();
  const arrivals = new WeakMap<Socket, Arrival>();
  fastify.server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  fastify.addHook('onRequest', ({ raw: request, routeOptions }, _reply, done) => {
    if (!request.complete && !routeOptions.config.isLongUpload) {
      arrivals.set(request.socket, { request, since: performance.now() });
    }
    done();
  });
  fastify.addHook('onResponse', ({ raw: request }, _reply, done) => {
    // The next request of a client that does not wait for answers may be on its way already.
    if (arrivals.get(request.socket)?.request === request) arrivals.delete(request.socket);
    done();
  });
  const sweep = setInterval(
    () => {
      const latest = performance.now() - bodyMs;
      for (const connection of connections) {
        const arrival = arrivals.get(connection);
        if (arrival === undefined || arrival.since >= latest) continue;
        const { request } = arrival;
        if (request.complete || request.destroyed) continue;
        connection.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n', () => request.destroy());
      }
    },
    Math.min(bodyMs / 2, longestSweepMs),
  );
  sweep.unref();
  fastify.addHook('onClose', async () => clearInterval(sweep));
}
