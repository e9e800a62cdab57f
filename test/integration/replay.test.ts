import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVigilClient } from '@vigil/schema';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startVigil } from '../support/startVigil.ts';
import { startCuttableProxy } from './cuttableProxy.ts';
import { madeUpReadings } from './madeUpReadings.ts';
import { type ReplayRun, recordedReadings, runReplay } from './runReplay.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-replay-'));
const made = madeUpReadings(1_500);
const madeFile = join(folder, 'made-up.csv');
const oneReading = join(folder, 'one.csv');
const runs: ReplayRun[] = [];
const ends: (() => unknown)[] = [];

beforeAll(() => {
  writeFileSync(madeFile, made.csv);
  writeFileSync(oneReading, made.csv.split('\n').slice(0, 2).join('\n'));
});
afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.child.kill('SIGKILL');
    await run.ended;
  }
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(policy: 'seed-v1' | 'load-v2') {
  const vigil = await startVigil({ policy });
  ends.push(vigil.close);
  const client = createVigilClient(vigil);
  ends.push(client.close);
  return { vigil, client };
}

function replay(...[args, target, env]: Parameters<typeof runReplay>): ReplayRun {
  const run = runReplay(args, target, env);
  runs.push(run);
  return run;
}

const recorded = recordedReadings();
const files = [
  { name: 'made-up readings', file: madeFile, signals: 1_500, severity: made.severity, stress: made.stress },
  ...(recorded === null
    ? []
    : [
        {
          name: 'the recorded day',
          file: recorded,
          signals: 17_004,
          severity: { LOW: 16_566, MEDIUM: 158, HIGH: 268, CRITICAL: 12 },
          stress: expect.anything(),
        },
      ]),
];

describe.each(files)('under seed-v1, $name', ({ file, signals, severity, stress }) => {
  it('gives exact counts in one run', async () => {
    const { vigil } = await start('seed-v1');
    const { code, stdout, stderr } = await replay([file, '--json'], vigil).ended;
    expect([code, stderr.match(/refused/)]).toEqual([0, null]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ signals, severity, stress, incidents: signals });
    expect(report.ratePerSecond).toBeGreaterThan(0);
  }, 120_000);

  it('gives the same counts when a run was killed in the middle and started again', async () => {
    const { vigil, client } = await start('seed-v1');
    const killed = replay([file, '--json', '--batch', '50'], vigil);
    await expect.poll(async () => (await client.status()).open, { timeout: 20_000 }).toBeGreaterThan(0);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const { open } = await client.status();
    expect(open).toBeLessThan(signals);

    const { code, stdout } = await replay([file, '--json'], vigil).ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ signals, severity, stress, incidents: signals });
    expect((await client.incidents({ first: 0 })).totalCount).toBe(signals);
  }, 120_000);
});

it.each(files)(
  'under load-v2, $name become at most 20 incidents',
  async ({ file, signals }) => {
    const { vigil } = await start('load-v2');
    const { code, stdout } = await replay([file, '--json'], vigil).ended;
    const report = JSON.parse(stdout);
    expect([code, report.signals]).toEqual([0, signals]);
    expect(report.incidents).toBeLessThanOrEqual(20);
  },
  120_000,
);

describe('the command', () => {
  it('rides out a server that goes away in the middle, and counts nothing twice', async () => {
    const { vigil } = await start('seed-v1');
    const proxy = await startCuttableProxy(vigil.url);
    ends.push(proxy.close);
    const run = replay([madeFile, '--json', '--batch', '20'], { url: proxy.url, token: vigil.token });
    const client = createVigilClient(vigil);
    ends.push(client.close);
    for (let cuts = 1; cuts <= 4; cuts++) {
      await expect.poll(async () => (await client.status()).open, { timeout: 20_000 }).toBeGreaterThan(cuts * 100);
      proxy.allow = false;
      proxy.cut();
      await new Promise((resolve) => setTimeout(resolve, 300));
      proxy.allow = true;
    }
    const { code, stdout } = await run.ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ signals: 1_500, severity: made.severity, stress: made.stress });
  }, 60_000);

  it('prints a table for people', async () => {
    const { vigil } = await start('seed-v1');
    const { code, stdout } = await replay([madeFile], vigil).ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Signals +1,500$/m);
    expect(stdout).toMatch(new RegExp(`^ +CRITICAL +${made.severity.CRITICAL}$`, 'm'));
  });

  it('names the lines that the server refused and ends with 1', async () => {
    const { vigil } = await start('load-v2');
    const bad = join(folder, 'bad.csv');
    const [header, first, second] = made.csv.split('\n');
    writeFileSync(bad, `${header}\n${first}\n${second?.replace(/[^,]+$/, '1.5')}\n`);
    const { code, stdout, stderr } = await replay([bad, '--json'], vigil).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/line 3: refused: .*confidence/);
    expect(JSON.parse(stdout).signals).toBe(1);
  });

  it('refuses a token that is not known or may only read, in one line', async () => {
    const { vigil, client } = await start('load-v2');
    const { secret } = await client.createToken('a reader', 'VIEWER');
    for (const [token, message] of [
      ['unknown-token-of-nobody', /^replay: .*does not know this token.*\n$/],
      [secret ?? '', /^replay: .*may only read.*\n$/],
    ] as const) {
      const { code, stdout, stderr } = await replay([madeFile], { url: vigil.url, token }).ended;
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
  });

  it.each([
    ['a file that is not there', ['/nowhere/readings.csv'], /^replay: cannot read .*ENOENT.*\n$/],
    ['a file that is no CSV of readings', ['package.json'], /^replay: line 1: there is no column timestamp.*\n$/],
    ['a server that is not there', [oneReading], /^replay: cannot reach http.*\n$/],
    ['a batch that is too large', [oneReading, '--batch', '501'], /^replay: --batch takes a number from 1 to 500\n/],
    ['no file', [], /^replay: give one file\n/],
  ])('says what is wrong with %s and ends with 2', async (_name, args, message) => {
    const proxy = await startCuttableProxy('http://127.0.0.1:1');
    await proxy.close();
    const { code, stdout, stderr } = await replay(args, { url: proxy.url, token: 'some-token' }).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('finds the token of a server on this machine', async () => {
    const { vigil } = await start('load-v2');
    writeFileSync(join(folder, 'admin-token'), `${vigil.token}\n`, { mode: 0o600 });
    expect((await replay([oneReading], { url: vigil.url }, { VIGIL_DATA_DIR: folder }).ended).code).toBe(0);
    const { code, stderr } = await replay([oneReading], { url: vigil.url }, { VIGIL_DATA_DIR: join(folder, 'none') })
      .ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^replay: VIGIL_TOKEN is not set.*\n$/);
  });
});
