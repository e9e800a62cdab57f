import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vigil-policy-'));
let vigil: TestVigil;

beforeAll(async () => {
  vigil = await startVigil();
  const signals = ['checkout', 'search', 'checkout'].map((service) => newSignal({ service }));
  await ingestSignals(
    vigil.app,
    signals.map((signal) => ({ ok: true, signal })),
  );
});
afterAll(async () => {
  await vigil.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command as npm does. */
function run(
  command: 'policy' | 'backtest',
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `server/src/commands/${command}.ts`, ...args], {
    cwd: root,
    env: { PATH: '', VIGIL_URL: vigil.url, VIGIL_TOKEN: vigil.token },
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

describe('the policy as a file', () => {
  it('is exported, imported as a draft and activated', async () => {
    const exported = await run('policy', 'export');
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    const changed = exported.stdout.replace('HIGH: Notify operations team', 'HIGH: Wake somebody');
    const imported = await run('policy', 'import', file('changed.yaml', changed), '--note', 'for the nights');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('version 2');
    expect(imported.stdout).toContain('actions.HIGH: "Notify operations team" → "Wake somebody"');
    expect((await vigil.app.policies.active()).version).toBe(1);
    expect(await run('policy', 'import', file('same.yaml', exported.stdout))).toMatchObject({ code: 1, stdout: '' });
    expect(await run('policy', 'activate', '2', '--reason', 'nobody woke')).toMatchObject({ code: 0 });
    expect((await vigil.app.policies.active()).version).toBe(2);
    expect(await run('policy', 'activate', '2', '--reason', 'again')).toMatchObject({ code: 1 });
    expect(await run('policy', 'activate', '2')).toMatchObject({ code: 2 });
  });

  it('that does not validate is refused with the paths', async () => {
    const { code, stderr } = await run('policy', 'import', file('bad.yaml', 'severity: { cuts: { HIGH: 7 } }'));
    expect(code).toBe(1);
    expect(stderr).toContain('severity.cuts.HIGH is 7');
  });
});

describe('a backtest from the command line', () => {
  it('prints a table, or JSON', async () => {
    const draft = file('draft.yaml', 'profile: seed-v1');
    const args = ['--policy', draft, '--from', day(-1), '--to', day(1)];
    const text = await run('backtest', ...args);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^3 signals +actual +draft +change\nIncidents opened +2 +3 +\+1\n/);
    const json = await run('backtest', ...args, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      signals: 3,
      draft: { incidents: 3 },
      difference: { incidentsAdded: 1 },
    });
  });

  it('says what is wrong with the policy or the arguments', async () => {
    const bad = file('wrong.yaml', 'grouping: { windowMinuts: 1 }');
    const refused = await run('backtest', '--policy', bad, '--from', day(-1), '--to', day(1));
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('windowMinuts');
    const backwards = await run('backtest', '--policy', bad, '--from', day(1), '--to', day(-1));
    expect(backwards).toMatchObject({ code: 2, stdout: '' });
    expect(backwards.stderr).toContain('must be after');
    expect(await run('backtest', '--policy', bad, '--from', 'yesterday', '--to', day(1))).toMatchObject({ code: 2 });
    expect(
      await run('backtest', '--policy', join(folder, 'none.yaml'), '--from', day(-1), '--to', day(1)),
    ).toMatchObject({ code: 2 });
  });
});
