import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupedByService } from '../support/groupedByService.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;

beforeAll(async () => {
  vigil = await startVigil({ policy: groupedByService });
});
afterAll(() => vigil.close());

async function send(count: number): Promise<void> {
  const input = { source: 'test', service: 'shop', title: 'Slow', reportedSeverity: 'HIGH', confidence: 1 };
  const mutation = 'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }';
  await requestGraphQL(vigil, mutation, { inputs: Array.from({ length: count }, () => input) });
}

async function history() {
  const { data } = await requestGraphQL<{
    incidents: {
      nodes: {
        signalCount: number;
        signalHistory: { from: string; sliceSeconds: number; counts: number[]; total: number };
      }[];
    };
  }>(vigil, '{ incidents(first: 100) { nodes { signalCount signalHistory { from sliceSeconds counts total } } } }');
  const [node] = data?.incidents.nodes ?? [];
  if (node === undefined) throw new Error('There is no incident');
  return { ...node.signalHistory, signalCount: node.signalCount };
}

test('an incident tells how its signals came within the last hour, slice by slice', async () => {
  // At the beginning of a slice: its end would part what is sent together.
  vigil.advance(180_000 - ((await vigil.app.clock.now()).getTime() % 180_000));
  await send(3);
  const first = await history();
  expect(first).toMatchObject({ sliceSeconds: 180, total: 3 });
  expect(first.counts).toEqual([...Array(19).fill(0), 3]);
  expect(Date.parse(first.from) % 180_000).toBe(0);

  vigil.advance(9 * 60_000);
  await send(2);
  await send(2);
  const later = await history();
  expect(later.counts.at(-1)).toBe(4);
  expect(later.counts.at(-4)).toBe(3);
  expect(later.counts.reduce((sum, count) => sum + count, 0)).toBe(later.signalCount);

  vigil.advance(54 * 60_000);
  const last = await history();
  expect(last.counts.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(last.total).toBe(7);
});
