import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startTimeoutMs = 60_000;

/** The server as a process of its own, which can be killed. */
export interface VigilProcess {
  readonly url: string;
  readonly token: string;
  /** Sends the signal and waits for the process to be gone. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface VigilProcessOptions {
  readonly databaseUrl: string;
  /** As YAML. */
  readonly policy: string;
}

/** Starts the server as `npm start` does, on a free port. */
export async function startVigilProcess({ databaseUrl, policy }: VigilProcessOptions): Promise<VigilProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-process-'));
  const policyFile = join(folder, 'policy.yaml');
  await writeFile(policyFile, policy);
  const token = 'administrator-of-the-tests';
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      VIGIL_DATA_DIR: folder,
      VIGIL_ADMIN_TOKEN: token,
      VIGIL_POLICY: policyFile,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const kill: VigilProcess['kill'] = async (signal) => {
    child.kill(signal);
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), token, kill };
  } catch (error) {
    await kill('SIGKILL');
    throw error;
  }
}

/** The address that the server prints once it listens. Throws with what it printed when it ends, or takes too long. */
async function addressOf(child: ReturnType<typeof spawn>): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`The server ${why}:\n${printed}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${startTimeoutMs} ms`), startTimeoutMs);
    child.once('exit', (code) => fail(`ended with ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const url = /http:\/\/[\w.:]+/.exec(printed)?.[0];
        if (url === undefined || !printed.includes('Sign in')) return;
        clearTimeout(timer);
        resolve(url);
      });
    }
  });
}
