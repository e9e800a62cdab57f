import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { holdDatabase } from '../support/holdDatabase.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const bound = 3;
const signal = { source: 'test', service: 'busy', title: 'It is slow', reportedSeverity: 'HIGH' };
const single = 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome } }';
const bulk = 'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil({ intakeBound: bound, fastLane: 'first sight' });
  await post('/graphql', { query: single, variables: { input: signal } });
});
afterAll(() => vigil.close());

async function post(path: string, body: unknown, accept = '*/*') {
  const response = await fetch(`${vigil.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${vigil.token}`, accept },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, retryAfter: response.headers.get('retry-after'), answer };
}

describe('while the database stores nothing and as many signals wait as may', () => {
  let held: Awaited<ReturnType<typeof holdDatabase>>;
  const accepted: ReturnType<typeof post>[] = [];
  beforeAll(async () => {
    held = await holdDatabase(vigil.app);
    // Those that the transactions in flight have taken do not wait; then come those that do. Each from a source of its own: one alone
    // cannot take all the room.
    const submit = vi.spyOn(vigil.app.intake, 'submit');
    for (let refused = false, source = 1; !refused; source += 1) {
      const sent = post('/graphql', { query: single, variables: { input: { ...signal, source: `source ${source}` } } });
      await vi.waitFor(() => expect(submit.mock.calls.length).toBe(source), 10_000);
      // Where there is no room it is refused at once; an answer may take its time.
      refused = submit.mock.settledResults.at(-1)?.type === 'rejected';
      if (refused) expect((await sent).status).toBe(503);
      else accepted.push(sent);
    }
    submit.mockRestore();
  });
  afterAll(async () => {
    await held.letGo();
    const answers = await Promise.all(accepted);
    expect(answers.map(({ status }) => status)).toEqual(accepted.map(() => 200));
  });

  const unavailable = { errors: [{ message: expect.any(String), extensions: { code: 'UNAVAILABLE', retryAfter: 1 } }] };
  const reading = { cpu_percent: 12, rss_MB: 200, stack_latency_ms: 12, final_score: 0.8 };
  const alerts = {
    version: '4',
    groupKey: '{}:{}',
    status: 'firing',
    receiver: 'vigil',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'Slow', service: 'busy', severity: 'critical' },
        annotations: {},
        startsAt: '2026-01-01T00:00:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: '',
        fingerprint: 'a1',
      },
    ],
  };
  test.each<[string, string, unknown, unknown]>([
    ['one signal', '/graphql', { query: single, variables: { input: signal } }, unavailable],
    ['several signals', '/graphql', { query: bulk, variables: { inputs: [signal, signal] } }, unavailable],
    [
      'more signals than may ever wait',
      '/graphql',
      { query: bulk, variables: { inputs: Array(bound + 1).fill(signal) } },
      unavailable,
    ],
    ['a reading', '/api/incident/', reading, { error: expect.stringContaining('try again') }],
    ['a bridge', '/bridges/alertmanager', alerts, { error: { code: 'UNAVAILABLE' } }],
  ])('%s is refused at once with 503 and when to try again', async (_what, path, body, expected) => {
    const started = performance.now();
    const { status, retryAfter, answer } = await post(path, body);
    expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '1' });
    expect(answer).toMatchObject(expected as object);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('Apollo, which answers what the fast lane does not, refuses alike', async () => {
    const body = { query: single, variables: { input: signal } };
    const refused = { status: 503, retryAfter: '1', answer: unavailable };
    expect(await post('/graphql', body, 'application/json;q=0.5')).toMatchObject(refused);
  });

  test('reading goes on', async () => {
    expect(await post('/graphql', { query: '{ viewer { name } }' })).toMatchObject({ status: 200 });
  });
});
