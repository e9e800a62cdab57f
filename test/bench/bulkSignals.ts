import autocannon from 'autocannon';
import type { Ground } from './ground.ts';

export const perRequest = 500;
export const services = 20;
export const alerts = 200;

const mutation = `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }`;

/** The bodies of some requests, 500 signals each, of 200 alerts in 20 services: made before anything is timed. */
export function bulkBodies(count: number): string[] {
  return Array.from({ length: count }, (_, request) =>
    JSON.stringify({
      query: mutation,
      variables: {
        inputs: Array.from({ length: perRequest }, (__, place) => ({
          source: 'bench',
          service: `service-${place % services}`,
          title: `Alert ${place % alerts}`,
          dedupKey: `alert-${place % alerts}`,
          reportedSeverity: 'MEDIUM',
          metrics: [{ name: 'latency_ms', value: 100 + ((place * 7 + request) % 50), warning: 500, critical: 900 }],
          labels: [{ name: 'region', value: 'eu' }],
        })),
      },
    }),
  );
}

/** Sends requests over some connections until all are answered; signals a second. */
export function sendBulk(to: Pick<Ground, 'url' | 'token'>, requests: number, connections: number): Promise<number> {
  return sendBodies(to, bulkBodies(8), requests, connections);
}

/** The same with bodies of 500 signals each, in turn. */
export async function sendBodies(
  { url, token }: Pick<Ground, 'url' | 'token'>,
  bodies: readonly string[],
  requests: number,
  connections: number,
): Promise<number> {
  const started = performance.now();
  let refused: string | null = null;
  const result = await autocannon({
    url: `${url}/graphql`,
    connections,
    amount: requests,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requests: bodies.map((body) => ({
      body,
      onResponse: (status, answer) => {
        if (status !== 200 || !answer.includes(`"accepted":${perRequest}`))
          refused ??= `${status} ${answer.slice(0, 500)}`;
      },
    })),
    timeout: 60,
  });
  if (refused !== null || result.errors > 0) throw new Error(`${result.errors} errors; refused: ${refused}`);
  return (requests * perRequest) / ((performance.now() - started) / 1000);
}
