import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { IngestResult } from '../application/ingestResult.ts';

declare module 'fastify' {
  interface FastifyInstance {
    figures: Figures;
  }
}

/** By Apollo, or in the fast lane: by graphql-js from a prepared document, or by a compiled one. */
export type GraphQLWay = 'apollo' | 'prepared' | 'compiled';

/** The server's own figures, for Prometheus. */
export interface Figures {
  readonly registry: Registry;
  readonly httpSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly sockets: Gauge;
  readonly socketsCutOff: Counter;
  readonly feedLagSeconds: Histogram;
  /** GraphQL requests over HTTP so far, by the way that they were answered. */
  readonly graphqlRequests: Record<GraphQLWay, number>;
  countIngest(results: readonly IngestResult[]): void;
}

export function createFigures(): Figures {
  const registry = new Registry();
  const registers = [registry];
  const signals = new Counter({
    name: 'vigil_signals_total',
    help: 'Signals taken, by what became of them.',
    labelNames: ['outcome'] as const,
    registers,
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'process_cpu_seconds',
    help: 'CPU time that the process has used, user and system.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.set((user + system) / 1e6);
    },
  });
  const graphqlRequests: Record<GraphQLWay, number> = { apollo: 0, prepared: 0, compiled: 0 };
  new Counter({
    name: 'vigil_graphql_requests_total',
    help: 'GraphQL requests over HTTP, by the way that they were answered.',
    labelNames: ['way'] as const,
    registers,
    collect() {
      this.reset();
      for (const [way, count] of Object.entries(graphqlRequests)) this.inc({ way }, count);
    },
  });
  return {
    registry,
    graphqlRequests,
    httpSeconds: new Histogram({
      name: 'vigil_http_request_seconds',
      help: 'Time to answer HTTP requests.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    sockets: new Gauge({ name: 'vigil_sockets', help: 'WebSockets that are open.', registers }),
    socketsCutOff: new Counter({
      name: 'vigil_sockets_cut_off_total',
      help: 'WebSockets that were closed because they were too slow.',
      registers,
    }),
    feedLagSeconds: new Histogram({
      name: 'vigil_feed_lag_seconds',
      help: 'Time from the commit of a change to its delivery to a subscriber that follows live.',
      buckets: [0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 30],
      registers,
    }),
    countIngest: (results) => {
      // Once an outcome, not once a signal: each look at the labels costs more than counting does.
      const counts = new Map<string, number>();
      for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      for (const [outcome, count] of counts) signals.inc({ outcome }, count);
    },
  };
}
