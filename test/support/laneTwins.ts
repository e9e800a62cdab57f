import { expect } from 'vitest';
import type { GraphQLWay } from '../../server/src/transport/figures.ts';
import { readWays } from './readWays.ts';
import { requestGraphQL } from './request.ts';
import { startVigil, type TestVigil } from './startVigil.ts';
import { createTestDatabase } from './testDatabase.ts';

/** Two servers on one database: what is read, or refused, or changes nothing the second time, is answered the same to the byte. */
export interface LaneTwins {
  /** The one without a fast lane. */
  readonly plain: TestVigil;
  /** Asks both and compares; answers what they said and the way that the fast server took. */
  ask(body: unknown, headers?: Record<string, string>): Promise<LaneAnswer>;
  close(): Promise<void>;
}

export interface LaneAnswer {
  readonly status: number;
  readonly body: string;
  readonly way: GraphQLWay | undefined;
}

export const sampleSignal = {
  source: 'test',
  service: 'checkout',
  title: 'Checkout is slow',
  reportedSeverity: 'HIGH',
};

/** How many signals there are: `key 0` and so on are their idempotency keys. */
const signals = 7;

export async function startLaneTwins(): Promise<LaneTwins> {
  const database = await createTestDatabase();
  const fast = await startVigil({ database, fastLane: 'first sight' });
  const plain = await startVigil({ database, fastLane: 'off' });
  const inputs = Array.from({ length: signals }, (_, place) => ({
    ...sampleSignal,
    service: `service ${place % 3}`,
    idempotencyKey: `key ${place}`,
    labels: [{ name: 'region', value: 'eu' }],
    metrics: [{ name: 'latency_ms', value: 900.25, unit: 'ms', warning: 500, critical: 1000 }],
  }));
  const query = 'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }';
  expect((await requestGraphQL(plain, query, { inputs })).data).toEqual({ ingestSignals: { accepted: signals } });
  await requestGraphQL(plain, 'mutation { acknowledgeIncident(input: { id: "1" }) { incident { id } } }');
  return {
    plain,
    ask: async (body, headers = {}) => {
      let expected = await askOne(plain, body, headers);
      for (let attempt = 1; ; attempt += 1) {
        const before = await readWays(fast);
        const answer = await askOne(fast, body, headers);
        const after = await readWays(fast);
        const again = await askOne(plain, body, headers);
        // Where the two plain answers differ, something else has changed the data meanwhile.
        if (JSON.stringify(again) === JSON.stringify(expected) || attempt === 5) {
          expect(answer).toEqual(again);
          const way = (['apollo', 'prepared', 'compiled'] as const).find((one) => after[one] > before[one]);
          return { ...answer, way };
        }
        expected = again;
      }
    },
    close: async () => {
      await fast.close();
      await plain.close();
      await database.drop();
    },
  };
}

/** What answers say of the moment at which they were given, and the ids of errors in the log. */
const timely = /(?<="(?:serverTime|staleSeconds)":)[^,}]+|[0-9a-f-]{36}(?="\}\}\])|(?<=under )[0-9a-f-]{36}/g;

async function askOne({ url, token }: TestVigil, body: unknown, headers: Record<string, string>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, accept: '*/*', ...headers },
    body: JSON.stringify(body),
  });
  const kept = [...response.headers].filter(([name]) => name !== 'date' && name !== 'content-length');
  return { status: response.status, headers: kept, body: (await response.text()).replace(timely, '◌') };
}
