import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ReplayRun {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Starts the command as `npm run replay` does. */
export function runReplay(args: readonly string[], target: { url: string; token?: string }, env = {}): ReplayRun {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/commands/replay.ts', ...args], {
    cwd: root,
    env: { PATH: '', VIGIL_URL: target.url, VIGIL_TOKEN: target.token ?? '', ...env },
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...texts }));
  });
  return { child, ended };
}

/**
 * The recorded day of readings, 17,004 of them. It is not ours to copy into the repository: it is looked for beside it. Null on a
 * machine that does not have it.
 */
export function recordedReadings(): string | null {
  const file = join(root, '../shared/data/server_metrics_24h.csv');
  return existsSync(file) ? file : null;
}
