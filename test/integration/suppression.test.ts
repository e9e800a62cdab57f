import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishDue } from '../support/finishDue.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { suppressionRequests } from '../support/suppressionRequests.ts';

const minute = 60_000;
const policy = `
profile: load-v2
inhibition:
  - name: node down
    source: ['title="Node is down"']
    target: ['title!="Node is down"']
    equal: [cluster]
`;
let vigil: TestVigil;
let ask: ReturnType<typeof suppressionRequests>;

beforeEach(async () => {
  vigil = await startVigil({ policy });
  ask = suppressionRequests(vigil);
});

afterEach(() => vigil.close());

describe('inhibition', () => {
  const eu = [{ name: 'cluster', value: 'eu' }];
  const node = { service: 'nodes', title: 'Node is down', dedupKey: 'node', labels: eu };

  it('holds targets back while their source fires, in an incident or held back itself', async () => {
    expect(await ask.ingest(node)).toMatchObject({ outcome: 'OPENED' });
    expect(await ask.ingest({ labels: eu })).toMatchObject({
      outcome: 'SUPPRESSED',
      decision: { suppressedBy: [{ kind: 'INHIBITION', id: 'node down' }] },
    });
    expect(await ask.ingest({ dedupKey: 'us', service: 'search' })).toMatchObject({ outcome: 'OPENED' });
    expect(await ask.ingest({ ...node, state: 'RESOLVED', reportedSeverity: null })).toMatchObject({
      outcome: 'RESOLVED',
    });
    expect(await ask.ingest({ labels: eu })).toMatchObject({ outcome: 'OPENED' });

    await ask.createSilence({ matchers: [{ name: 'service', value: 'nodes' }] });
    expect(await ask.ingest(node)).toMatchObject({ outcome: 'SUPPRESSED', incident: null });
    expect(await ask.ingest({ dedupKey: 'third', service: 'payments', labels: eu })).toMatchObject({
      outcome: 'SUPPRESSED',
    });
  });

  it('ends when its source, held back itself, has gone quiet, also in a batch with signals of the past', async () => {
    await ask.createSilence({ matchers: [{ name: 'service', value: 'nodes' }] });
    expect(await ask.ingest({ ...node, dedupKey: null })).toMatchObject({ outcome: 'SUPPRESSED' });
    vigil.advance(300 * minute);
    const signal = { source: 'test', service: 'checkout', title: 'Disk is full', reportedSeverity: 'HIGH' };
    const inputs = [
      { ...signal, historical: true, occurredAt: await ask.inMinutes(-310) },
      { ...signal, labels: eu },
    ];
    const { ingestSignals } = await ask.request<{ ingestSignals: { results: { outcome: string }[] } }>(
      'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { results { outcome } } }',
      { inputs },
    );
    expect(ingestSignals.results.map(({ outcome }) => outcome)).toEqual(['OPENED', 'OPENED']);
  });

  it('counts within one batch, in the order of the signals', async () => {
    const signal = { source: 'test', service: 'checkout', title: 'Disk is full', reportedSeverity: 'HIGH', labels: eu };
    const inputs = [
      { ...signal, dedupKey: 'before' },
      { ...signal, ...node },
      { ...signal, dedupKey: 'after', service: 'search' },
      { ...signal, ...node, state: 'RESOLVED', reportedSeverity: null },
      { ...signal, dedupKey: 'last', service: 'payments' },
    ];
    const { ingestSignals } = await ask.request<{ ingestSignals: { results: { outcome: string }[] } }>(
      'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { results { outcome } } }',
      { inputs },
    );
    const outcomes = ingestSignals.results.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['OPENED', 'OPENED', 'SUPPRESSED', 'RESOLVED', 'OPENED']);
  });
});

describe('a flapping alert', () => {
  it('keeps its incident open until it has been quiet, and tells nobody each time', async () => {
    const outcomes: string[] = [];
    for (let time = 0; time < 8; time += 1) {
      outcomes.push((await ask.ingest(time % 2 === 0 ? {} : { state: 'RESOLVED', reportedSeverity: null })).outcome);
      vigil.advance(minute);
    }
    expect(outcomes).toEqual(['OPENED', 'RESOLVED', 'REOPENED', 'RESOLVED', 'REOPENED', 'JOINED', 'JOINED', 'JOINED']);
    expect(await ask.notifications()).toBe(3);
    const shown = '{ incidents { nodes { status alerts { nodes { state flapping } } } } }';
    const incident = (status: string) => ({
      incidents: { nodes: [{ status, alerts: { nodes: [{ state: 'RESOLVED', flapping: true }] } }] },
    });
    expect(await ask.request(shown)).toEqual(incident('OPEN'));
    vigil.advance(28 * minute);
    await finishDue(vigil.app);
    expect(await ask.request(shown)).toEqual(incident('OPEN'));
    vigil.advance(2 * minute);
    await finishDue(vigil.app);
    expect(await ask.request(shown)).toEqual(incident('RESOLVED'));
  });
});
