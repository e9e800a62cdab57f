import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVigilClient, type Severity, type VigilClient } from '@vigil/schema';
import { afterEach, expect, test } from 'vitest';
import { madeUpReadings } from '../integration/madeUpReadings.ts';
import { recordedReadings, runReplay } from '../integration/runReplay.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recordingProxy.ts';
import { isRunning, makeDataFolder, postgresPid, type ServerProcess, spawnServer } from '../support/serverProcess.ts';

interface Readings {
  readonly file: string;
  readonly signals: number;
  readonly severity: Record<Severity, number>;
}

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The recorded day where it is at hand, else readings like it. */
async function readings(folder: string): Promise<Readings> {
  const recorded = recordedReadings();
  if (recorded !== null) {
    return { file: recorded, signals: 17_004, severity: { LOW: 16_566, MEDIUM: 158, HIGH: 268, CRITICAL: 12 } };
  }
  const count = 6_000;
  const { csv, severity } = madeUpReadings(count);
  const file = join(folder, 'readings.csv');
  await writeFile(file, csv);
  return { file, signals: count, severity };
}

/** Kills the server without warning while it works on a request; answers when it and its Postgres are gone. */
async function killInRequest(server: ServerProcess, proxy: RecordingProxy, dataDir: string, answered: number) {
  await expect.poll(() => proxy.answers.length, { timeout: 40_000, interval: 5 }).toBeGreaterThanOrEqual(answered);
  await new Promise<void>((resolve) => {
    proxy.onForwarded = resolve;
  });
  proxy.onForwarded = null;
  await sleep(20);
  const postgres = await postgresPid(dataDir);
  proxy.open = false;
  server.kill('SIGKILL');
  expect(await server.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  await expect.poll(() => postgres !== null && isRunning(postgres), { timeout: 15_000 }).toBe(false);
}

/** The id and number of every incident that an answer has named. */
function promised(answers: readonly string[]): string[] {
  return answers.flatMap((body) => {
    const { data } = JSON.parse(body) as {
      data: { ingestSignals?: { results: { incident: { id: string; number: number } | null }[] } };
    };
    return (data.ingestSignals?.results ?? []).map(({ incident }) => `${incident?.number} ${incident?.id}`);
  });
}

async function stored(client: VigilClient): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<VigilClient['incidents']>> = await client.incidents({ first: 500, after });
    for (const { id, number } of page.nodes) found.add(`${number} ${id}`);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return found;
  }
}

test('a server that is killed twice in the middle of a replay has lost nothing that it answered, and ends with the exact counts', async () => {
  const folder = await makeDataFolder();
  ends.push(folder.remove);
  const { file, signals, severity } = await readings(folder.path);
  const dataDir = join(folder.path, 'data');
  await mkdir(dataDir, { mode: 0o711 });
  const start = (port: string) => spawnServer({ VIGIL_DATA_DIR: dataDir, VIGIL_POLICY: 'seed-v1', PORT: port });

  let server = start('0');
  ends.push(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  const url = await server.url();
  const proxy = await startRecordingProxy(() => url);
  ends.push(proxy.close);
  const client = createVigilClient({ url, token: server.token });
  ends.push(client.close);
  const replay = runReplay([file, '--json', '--batch', '250'], { url: proxy.url, token: server.token });
  ends.push(() => replay.child.kill('SIGKILL'));

  for (const answered of [5, 12]) {
    await killInRequest(server, proxy, dataDir, answered);
    server = start(new URL(url).port);
    expect(await server.url()).toBe(url);
    const kept = await stored(client);
    expect(promised(proxy.answers).filter((incident) => !kept.has(incident))).toEqual([]);
    expect(kept.size).toBeLessThan(signals);
    proxy.open = true;
  }

  const { code, stdout, stderr } = await replay.ended;
  expect([code, stderr.match(/refused/)]).toEqual([0, null]);
  expect(JSON.parse(stdout)).toMatchObject({ signals, severity, incidents: signals });
  const kept = await stored(client);
  expect(kept.size).toBe(signals);
  expect(promised(proxy.answers).filter((incident) => !kept.has(incident))).toEqual([]);
  for (const [name, count] of Object.entries(severity)) {
    const filter = { severity: [name as Severity] };
    expect([name, (await client.incidents({ filter, first: 0 })).totalCount]).toEqual([name, count]);
  }
});
