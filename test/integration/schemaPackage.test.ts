import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVigil } from '../support/startVigil.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const schemaFolder = join(root, 'schema');
const app = mkdtempSync(join(tmpdir(), 'vigil-package-'));
const installed = join(app, 'node_modules/@vigil/schema');

beforeAll(async () => {
  await packInto(app);
  linkDependencies();
  cpSync(join(schemaFolder, 'example/quickstart.ts'), join(app, 'quickstart.ts'));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ type: 'module' }));
  const compilerOptions = { module: 'nodenext', target: 'es2022', strict: true, types: ['node'], outDir: 'out' };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['quickstart.ts'] }));
}, 60_000);
afterAll(() => rmSync(app, { recursive: true }));

/** Packs as a release does. By pnpm, since npm would leave `publishConfig.exports` out and pack the addresses of the sources. */
async function packInto(folder: string): Promise<void> {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const beside = join(dirname(process.execPath), 'npx');
  const npx = existsSync(beside) ? beside : 'npx';
  await run(npx, ['-y', '--prefer-offline', packageManager, 'pack', '--pack-destination', folder], {
    cwd: schemaFolder,
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components', '1']);
}

/** What an installation would put there: what the package itself says that it needs, and Node's types for the example. */
function linkDependencies(): void {
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    const link = join(app, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(schemaFolder, 'node_modules', name), link);
  }
}

describe('the package outside of the workspace', () => {
  it('carries built code, types and the contract, and neither sources nor tests', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['dist/client.js', 'dist/client.d.ts', 'root.graphql', 'README.md']));
    expect(files.filter((name) => /\.test\.|testing|^src/.test(name))).toEqual([]);
  });

  it('type checks and runs the example against a server', async () => {
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', app]);
    const vigil = await startVigil();
    try {
      const env = { PATH: '', VIGIL_URL: vigil.url, VIGIL_TOKEN: vigil.token };
      const { stdout, stderr } = await run(process.execPath, ['out/quickstart.js'], { cwd: app, env });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^OPENED: #\d+ HIGH "Error rate is high"$/m);
      expect(stdout).toMatch(/^sent 2 more: JOINED, JOINED$/m);
      expect(stdout).toMatch(/^pushed: #\d+ OPENED, now OPEN$/m);
      expect(stdout).toMatch(/^pushed: #\d+ RESOLVED, now RESOLVED$/m);
      expect(stdout).toMatch(/^resolving it once more: ALREADY_RESOLVED$/m);
      expect(stdout).toMatch(/^mean time to acknowledge [\d.]+ s, to resolve [\d.]+ s$/m);
    } finally {
      await vigil.close();
    }
  }, 60_000);

  it('gives the contract as text', async () => {
    const script = "import { readSdl } from '@vigil/schema/sdl'; console.log(readSdl())";
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: app });
    expect(stdout).toMatch(/^type Query \{$/m);
  });
});
