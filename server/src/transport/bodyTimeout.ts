import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route watches over its uploads by itself. */
    isLongUpload?: boolean;
  }
}

const longestSweepMs = 5000;

/**
 * Cuts requests off whose body takes too long to arrive: one that trickles in must not hold a connection, and the shutdown, for ever. Node's own
 * `requestTimeout` knows no exceptions. A look at those that are under way now and
 * then cuts them off, at most 5 s late.
 */
export function limitBodyTime(fastify: FastifyInstance, bodyMs: number): void {
  const arriving = new Map<IncomingMessage, number>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!request.raw.complete && !request.routeOptions.config.isLongUpload)
      arriving.set(request.raw, performance.now());
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    arriving.delete(request.raw);
    done();
  });
  const sweep = setInterval(
    () => {
      const latest = performance.now() - bodyMs;
      for (const [raw, since] of arriving) {
        if (raw.complete || raw.destroyed) arriving.delete(raw);
        else if (since < latest)
          raw.socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n', () => raw.destroy());
      }
    },
    Math.min(bodyMs / 2, longestSweepMs),
  );
  sweep.unref();
  fastify.addHook('onClose', async () => clearInterval(sweep));
}
