import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { checkRollupsDaily } from '../../server/src/jobs/checkRollups.ts';
import type { JobLog } from '../../server/src/jobs/jobLog.ts';
import { startEmbeddedPostgres } from '../../server/src/persistence/embeddedPostgres.ts';
import { migrateDatabase } from '../../server/src/persistence/migrate.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let database: TestDatabase;
let vigil: TestVigil;

beforeAll(async () => {
  database = await createTestDatabase();
  vigil = await startVigil({ database, policy: 'load-v2' });
  const services = ['checkout', 'search', 'cart'];
  await ingestSignals(
    vigil.app,
    services.map((service) => ({ ok: true, signal: newSignal({ service }) })),
  );
});
afterAll(async () => {
  await vigil.close();
  await database.drop();
});

/** Runs the command as npm does. */
function run(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/commands/metrics.ts', ...args], {
    cwd: root,
    env: { PATH: '/usr/bin:/bin', ...environment },
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}

it('says that all is well, names what differs, and mends it', async () => {
  const onIt = { DATABASE_URL: database.url };
  const well = await run(onIt, 'check');
  expect(well).toMatchObject({ code: 0, stderr: '' });
  expect(well.stdout).toMatch(/^\d+ incidents, \d+ cells, 0 differences\n$/);

  await vigil.app.database.sql`
    update metric_cell set resolved = 7 where kind = 'SERVICE_DAY' and value = 'cart'`;
  const wrong = await run(onIt, 'check');
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(
    /^SERVICE_DAY \S+T00:00:00.000Z cart HIGH, at most HIGH: resolved is 7, the incidents say 0$/m,
  );
  const { differences } = JSON.parse((await run(onIt, 'check', '--json')).stdout);
  expect(differences).toMatchObject([{ figure: 'resolved', stored: '7', recomputed: '0', cell: { value: 'cart' } }]);

  expect(await run(onIt, 'rebuild')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Rebuilt from \d+ inc/) });
  expect((await run(onIt, 'check')).code).toBe(0);
}, 60_000);

it.each([
  [[], 'Usage:'],
  [['mend'], 'Usage:'],
  [['check', 'twice'], 'Usage:'],
  [['check', '--fast'], '--fast'],
  [['check'], 'There is no database in'],
])('refuses %j', async (args, message) => {
  const refused = await run({ VIGIL_DATA_DIR: join(tmpdir(), 'vigil-that-is-not-there') }, ...args);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain(message);
});

it('finds the embedded database, whether a server runs on it or not', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vigil-metrics-'));
  await chmod(dataDir, 0o711);
  try {
    const running = await startEmbeddedPostgres({ dataDir, log: () => {} });
    try {
      await migrateDatabase(running.url);
      expect(await run({ VIGIL_DATA_DIR: dataDir }, 'check')).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await running.stop();
    }
    expect(await run({ VIGIL_DATA_DIR: dataDir }, 'rebuild')).toMatchObject({ code: 0, stderr: '' });
  } finally {
    await rm(dataDir, { recursive: true });
  }
}, 60_000);

it('a server looks once a day, and says so where something differs', async () => {
  const { sql } = vigil.app.database;
  const said: string[] = [];
  const note = (level: string) => (_: unknown, message?: string) => said.push(`${level}: ${message}`);
  const log: JobLog = { ...vigil.app.log, info: note('info'), warn: note('warn'), error: note('error') };
  const app = { database: vigil.app.database, clock: vigil.app.clock, log };
  await checkRollupsDaily(app);
  expect(said).toEqual([]);

  vigil.advance(25 * 3_600_000);
  await checkRollupsDaily(app);
  await checkRollupsDaily(app);
  expect(said).toEqual(['info: The rollups of the metrics are what the incidents say']);

  await sql`update metric_cell set opened = opened + 1 where kind = 'SOURCE_DAY'`;
  vigil.advance(25 * 3_600_000);
  await checkRollupsDaily(app);
  expect(said[1]).toContain('error: The rollups of the metrics differ from the incidents');
});
