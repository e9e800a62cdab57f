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
export function sendBodies(
  { url, token }: Pick<Ground, 'url' | 'token'>,
  bodies: readonly string[],
  requests: number,
  connections: number,
): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const isAnswer = (answer: string) => answer.includes(`"accepted":${perRequest}`);
  return postBodies({ url: `${url}/graphql`, headers, bodies, requests, connections, isAnswer });
}

export interface PostedBodies {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of 500 signals or alerts each; sent in turn. */
  readonly bodies: readonly string[];
  readonly requests: number;
  readonly connections: number;
  readonly isAnswer: (answer: string) => boolean;
}

/** Signals or alerts a second, until the last answer: autocannon itself looks once a second whether it is through. */
export async function postBodies(posted: PostedBodies): Promise<number> {
  const { url, headers, bodies, requests, connections, isAnswer } = posted;
  const started = performance.now();
  let ended = started;
  let refused: string | null = null;
  const result = await autocannon({
    url,
    connections,
    amount: requests,
    method: 'POST',
    headers: { ...headers },
    requests: bodies.map((body) => ({
      body,
      onResponse: (status, answer) => {
        ended = performance.now();
        if (status !== 200 || !isAnswer(answer)) refused ??= `${status} ${answer.slice(0, 500)}`;
      },
    })),
    timeout: 60,
  });
  if (refused !== null || result.errors > 0) throw new Error(`${result.errors} errors; refused: ${refused}`);
  return (requests * perRequest) / ((ended - started) / 1000);
}
