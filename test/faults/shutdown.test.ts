import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createVigilClient } from '@vigil/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { runningPostgresUrl } from '../../server/src/persistence/runningPostgres.ts';
import { closeOf, messagesOf, openRawSocket } from '../support/graphqlSocket.ts';
import { holdDatabase } from '../support/holdDatabase.ts';
import { readWays } from '../support/readWays.ts';
import { isRunning, makeDataFolder, postgresPid, type ServerProcess, spawnServer } from '../support/serverProcess.ts';

let folder: Awaited<ReturnType<typeof makeDataFolder>>;
let dataDir: string;
const servers: ServerProcess[] = [];

beforeEach(async () => {
  folder = await makeDataFolder();
  dataDir = join(folder.path, 'data');
  await mkdir(dataDir, { mode: 0o711 });
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.kill('SIGKILL');
    await server.ended;
  }
  await folder.remove();
});

function spawn(variables: Record<string, string> = {}): ServerProcess {
  const server = spawnServer({ VIGIL_DATA_DIR: dataDir, ...variables });
  servers.push(server);
  return server;
}

async function subscribedSocket(url: string, token: string) {
  const socket = await openRawSocket(url);
  const acknowledged = messagesOf(socket, 1);
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  expect(await acknowledged).toMatchObject([{ type: 'connection_ack' }]);
  const payload = { query: 'subscription { incidentFeed { head } }' };
  const first = messagesOf(socket, 1);
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  expect(await first).toMatchObject([{ type: 'next', id: '1' }]);
  return socket;
}

test('SIGTERM in the middle of requests: they are answered and stored, sockets are told, Postgres is gone, and the next start has it all', async () => {
  const server = spawn({ VIGIL_POLICY: 'seed-v1' });
  const url = await server.url();
  const socket = await subscribedSocket(url, server.token);
  const closed = closeOf(socket);
  const postgres = (await postgresPid(dataDir)) ?? 0;
  expect(isRunning(postgres)).toBe(true);

  const client = createVigilClient({ url, token: server.token, retryForMs: 0 });
  // Else all might be answered before all are read.
  const database = openDatabase({ url: (await runningPostgresUrl(dataDir)) ?? '', maxConnections: 1 });
  const held = await holdDatabase({ database });
  let answered = 0;
  const requests = Array.from({ length: 12 }, async (_, request) => {
    const signal = { source: 'test', service: `service-${request}`, title: 'In flight' };
    const signals = Array.from({ length: 500 }, (__, n) => ({ ...signal, idempotencyKey: `${request}/${n}` }));
    const { accepted, results } = await client.ingestAll(signals);
    answered += 1;
    expect(accepted).toBe(500);
    return results.map(({ incident }) => incident?.id);
  });
  // A connection whose request has not been read would be cut off. The server, which only waits, reads what was sent before it answers these.
  for (let asked = 0; asked < 20; asked += 1) await readWays({ url, token: server.token });
  expect(answered).toBeLessThan(requests.length);
  server.kill('SIGTERM');
  await held.letGo();
  await database.close();
  const promised = (await Promise.all(requests)).flat();
  client.close();

  expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
  expect(await server.ended).toMatchObject({ code: 0, signal: null });
  expect(isRunning(postgres)).toBe(false);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();

  const next = spawn({ VIGIL_POLICY: 'seed-v1' });
  const again = createVigilClient({ url: await next.url(), token: next.token });
  expect(new Set(promised).size).toBe(6_000);
  expect((await again.incidents({ first: 0 })).totalCount).toBe(6_000);
  again.close();
  next.kill('SIGINT');
  expect(await next.ended).toMatchObject({ code: 0, signal: null });
});

test('SIGTERM while the server still starts ends it in good order', async () => {
  const server = spawn();
  await server.printed(/making a new database/);
  server.kill('SIGTERM');
  const { code, output } = await server.ended;
  expect([code, await postgresPid(dataDir)]).toEqual([0, null]);
  expect(output).toContain('Vigil has stopped');
});

test('a second server on the same folder refuses, names the first, and leaves it alone', async () => {
  const first = spawn();
  const url = await first.url();
  const second = await spawn().ended;
  expect(second).toMatchObject({ code: 1, signal: null });
  expect(second.output).toMatch(/The data folder .* is in use by another Vigil \(process \d+\)\. .*VIGIL_DATA_DIR/);
  expect(second.output).not.toMatch(/\n\s+at /);
  const client = createVigilClient({ url, token: first.token });
  expect(await client.viewer()).toMatchObject({ role: 'ADMIN' });
  client.close();
});

test('when its Postgres dies the server says so and ends with 1; the next start has what was stored', async () => {
  const server = spawn();
  const client = createVigilClient({ url: await server.url(), token: server.token });
  const { incident } = await client.ingest({
    source: 'test',
    service: 'checkout',
    title: 'Kept',
    reportedSeverity: 'HIGH',
  });
  client.close();
  process.kill((await postgresPid(dataDir)) ?? 0, 'SIGKILL');
  const { code, output } = await server.ended;
  expect(code).toBe(1);
  expect(output).toContain('The embedded Postgres has ended by itself');

  const next = spawn();
  const again = createVigilClient({ url: await next.url(), token: next.token });
  expect(await again.incident(incident?.id ?? '')).toMatchObject({ title: 'Kept' });
  again.close();
});

test('wrong variables are all named, secrets are not shown, and the exit code is 1', async () => {
  const { code, output } = await spawn({
    PORT: 'eighty',
    LOG_LEVEL: 'loud',
    VIGIL_POLICY: '/nowhere/policy.yaml',
    DATABASE_URL: 'mysql://somebody:hunter2-hunter2@example.org/vigil',
    VIGIL_ADMIN_TOKEN: 'too-short',
    VIGIL_PUBLIC_URL: 'ftp://example.org',
  }).ended;
  expect(code).toBe(1);
  for (const name of ['PORT', 'LOG_LEVEL', 'VIGIL_POLICY', 'DATABASE_URL', 'VIGIL_ADMIN_TOKEN', 'VIGIL_PUBLIC_URL']) {
    expect(output).toContain(name);
  }
  expect(output).toContain('eighty');
  expect(output).not.toMatch(/hunter2|too-short|\n\s+at /);
});

test('a policy that is not valid is refused with the place of its fault', async () => {
  const file = join(folder.path, 'policy.yaml');
  await writeFile(file, 'name: mine\nprofile: load-v2\nseverity:\n  cuts: { HIGH: much }\n');
  const { code, output } = await spawn({ VIGIL_POLICY: file }).ended;
  expect([code, await postgresPid(dataDir)]).toEqual([1, null]);
  expect(output).toContain(file);
  expect(output).toMatch(/severity\.cuts\.HIGH/);
  expect(output).not.toMatch(/\n\s+at /);
});

test('a port that is taken and a database that is not there are said in one line each, and nothing is left running', async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  const address = occupant.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const taken = await spawn({ PORT: port }).ended;
  await new Promise((resolve) => occupant.close(resolve));
  expect([taken.code, await postgresPid(dataDir)]).toEqual([1, null]);
  expect(taken.output).toMatch(new RegExp(`Vigil could not start: .*${port}`));
  expect(taken.output).not.toMatch(/\n\s+at /);

  const away = await spawn({ DATABASE_URL: `postgres://vigil:hunter2-hunter2@127.0.0.1:${port}/vigil` }).ended;
  expect(away.code).toBe(1);
  expect(away.output).toMatch(new RegExp(`Vigil could not start: .*${port}`));
  expect(away.output).not.toMatch(/hunter2|\n\s+at /);
});
