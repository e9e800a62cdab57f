import { createVigilClient, type VigilClient } from '@vigil/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../server/src/commands/demo/seededRandom.ts';
import { type Demo, startDemo } from '../../server/src/commands/demo.ts';
import { silentLog } from '../support/silentLog.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

/** The demo's clock runs so many times faster than ours. */
const usualSpeed = 6;

let vigil: TestVigil;
let client: VigilClient;
let demo: Demo | null;

beforeEach(async () => {
  vigil = await startVigil({ demo: true });
  client = createVigilClient(vigil);
  demo = null;
});
afterEach(async () => {
  await demo?.stop();
  client?.close();
  await vigil?.close();
});

function start(speed = usualSpeed): Demo {
  const startMs = Date.now();
  const now = () => startMs + (Date.now() - startMs) * speed;
  demo = startDemo({ url: vigil.url, token: vigil.token, log: silentLog, random: seededRandom(5), now });
  return demo;
}

async function look() {
  const [status, metrics, board] = await Promise.all([
    client.status(),
    client.metrics({
      range: { from: new Date(Date.now() - 86_400_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() },
    }),
    client.incidents({ filter: { label: [{ name: 'demo', value: 'true' }] }, first: 500 }),
  ]);
  return { status, metrics, board };
}

it('shows an escalation, an acknowledgement and a history within half a minute of its clock, and marks all of it', async () => {
  const playing = start();
  await expect
    .poll(
      async () => {
        const { status, metrics } = await look();
        return status.escalationActive && metrics.mtta.n > 0;
      },
      { timeout: 15_000, interval: 250 },
    )
    .toBe(true);
  // So that the answers are about the same incidents.
  await playing.stop();
  demo = null;
  const { status, metrics, board } = await look();
  expect(status.open + status.acknowledged).toBeGreaterThanOrEqual(6);
  expect(status.open + status.acknowledged).toBeLessThanOrEqual(25);
  expect(metrics.mttr.n).toBeGreaterThanOrEqual(24);
  expect(board.totalCount).toBe(metrics.opened);
  expect(board.nodes.map(({ acknowledgedBy }) => acknowledgedBy)).toContainEqual(expect.stringMatching(/\(demo\)$/));
});

it('keeps its stories apart, however long it plays', async () => {
  start(40);
  // Now and then fewer are open: so much faster, a busy machine begins stories late and still ends them in time.
  await expect
    .poll(
      async () => {
        const { status, board } = await look();
        return board.totalCount >= 55 && status.open + status.acknowledged >= 6;
      },
      { timeout: 40_000, interval: 500 },
    )
    .toBe(true);
}, 60_000);

it('leaves no tokens in force when it is stopped, and repeats no history when it is started again', async () => {
  const first = start();
  await expect.poll(async () => (await client.tokens()).length, { timeout: 10_000 }).toBeGreaterThan(1);
  await first.stop();
  expect((await client.tokens()).map(({ name }) => name)).toEqual(['admin']);

  const historical = async () =>
    (await client.incidents({ first: 500 })).nodes.filter((incident) => incident.historical).length;
  const before = await historical();
  start();
  await expect.poll(async () => (await client.tokens()).length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(await historical()).toBe(before);
});
