import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { processBirth } from '../../server/src/persistence/embedded/processes.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/src/persistence/embeddedPostgres.ts';
import { withAdmin } from '../support/databaseServer.ts';
import { spawnServer } from '../support/serverProcess.ts';

const ownerScript = fileURLToPath(new URL('postgresOwner.ts', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

let parent: string;
let dataDir: string;
let messages: string[];
const running: EmbeddedPostgres[] = [];

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder, log: (message) => messages.push(message) });
  running.push(server);
  return server;
}

async function query<Row extends object>(server: EmbeddedPostgres, text: string): Promise<Row[]> {
  return await withAdmin(server.url, (sql) => sql.unsafe<Row[]>(text));
}

/** Starts an owner and waits until it has committed `rows` rows; keeps reading what it writes. */
async function startOwner(rows: number): Promise<{ child: ChildProcess; postgresPid: number; lines: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', ownerScript, dataDir], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the owner ended early')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length > rows) resolve();
    });
  });
  return { child, lines, postgresPid: Number(lines[0]?.split(' ')[1]) };
}

function promisedRows(lines: string[]): number[] {
  return lines.filter((line) => line.startsWith('row ')).map((line) => Number(line.slice(4)));
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'vigil-embedded-'));
  // As root, Postgres runs as nobody, who has to get through here.
  await chmod(parent, 0o711);
});

beforeEach(() => {
  messages = [];
  dataDir = join(parent, 'data');
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
});

describe('the built-in Postgres', () => {
  test('keeps what was committed over a restart, with fsync on and no network', async () => {
    const first = await start();
    await query(first, 'create table kept (n int)');
    await query(first, 'insert into kept values (7)');
    await Promise.all([first.stop(), first.stop()]);
    expect(await first.exited).toMatchObject({ expected: true, code: 0 });

    const second = await start();
    expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(
      await query(
        second,
        `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
           current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as network`,
      ),
    ).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', network: '' }]);
  });

  test('refuses a second owner of its folder, naming the folder and the process', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(`${dataDir} is in use by another Vigil (process ${process.pid})`);
    expect(await query(first, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  test.each([
    ['its owner is killed', false],
    ['its owner and Postgres itself are killed', true],
  ])('loses no committed row when %s with kill -9', async (_killed, alsoPostgres) => {
    const { child, lines, postgresPid } = await startOwner(50);
    child.removeAllListeners('exit');
    if (alsoPostgres) process.kill(postgresPid, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'close');

    const server = await start();
    const kept = new Set((await query<{ n: number }>(server, 'select n from committed')).map((row) => row.n));
    const promised = promisedRows(lines);
    expect(promised.length).toBeGreaterThanOrEqual(50);
    expect(promised.filter((n) => !kept.has(n))).toEqual([]);
  });

  test('ends with its owner on SIGTERM and leaves the folder free', async () => {
    const { child, lines, postgresPid } = await startOwner(1);
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('stopped');
    expect(processBirth(postgresPid)).toBeNull();
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  test('stops a Postgres that was left behind, and says so', async () => {
    const left = await start();
    await rm(join(dataDir, 'vigil.lock'));
    const server = await start();
    expect(messages).toContainEqual(expect.stringContaining(`stopping Postgres (process ${left.pid})`));
    expect(await left.exited).toMatchObject({ expected: false, code: 0 });
    expect(await query(server, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  test('reports an end that nobody asked for, and starts again after it', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    expect(await server.exited).toMatchObject({ expected: false, signal: 'SIGKILL' });
    await server.stop();
    expect(await query(await start(), 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  test('a server whose data folder cannot be written to says so, and which variable names another', async () => {
    const file = join(parent, 'no-folder');
    await writeFile(file, '');
    const { code, output } = await spawnServer({ VIGIL_DATA_DIR: file }).ended;
    expect(code).toBe(1);
    expect(output).toContain(`The data folder ${file} cannot be written to`);
    expect(output).toContain('Name another one with VIGIL_DATA_DIR.');
  });

  test("quotes Postgres' log when it does not start, and leaves the folder free", async () => {
    const broken = join(parent, 'broken');
    const first = await start(broken);
    await first.stop();
    await appendFile(join(broken, 'postgres/data/postgresql.conf'), 'shared_bufers = 1\n');
    await expect(start(broken)).rejects.toThrow(/Postgres did not start.*shared_bufers/s);
    expect(await readdir(broken)).toEqual(['postgres']);
  });

  test('serves a folder whose path is too long for a socket', async () => {
    const server = await start(join(parent, 'long'.repeat(30)));
    expect(await query(server, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  if (isRoot) {
    test('as root, keeps the database elsewhere when its user cannot reach the data folder', async () => {
      const closed = join(parent, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const hidden = join(closed, 'data');
      const server = await start(hidden);
      const place = (await readFile(join(hidden, 'postgres-is-in'), 'utf8')).trim();
      try {
        expect(messages).toContainEqual(expect.stringContaining(`which ${closed} does not let through`));
        await query(server, 'create table kept (n int)');
        await server.stop();

        await chmod(closed, 0o711);
        expect(await query(await start(hidden), 'select n from kept')).toEqual([]);
      } finally {
        for (const each of running.splice(0)) await each.stop();
        await rm(place, { recursive: true, force: true });
        await rm(dirname(place), { recursive: false }).catch(() => undefined);
      }
    });
  }
});
