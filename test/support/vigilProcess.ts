import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataFolder, spawnServer } from './serverProcess.ts';

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

/** Starts the server as `npm start` does, on a free port and a given database. */
export async function startVigilProcess({ databaseUrl, policy }: VigilProcessOptions): Promise<VigilProcess> {
  const folder = await makeDataFolder();
  const policyFile = join(folder.path, 'policy.yaml');
  await writeFile(policyFile, policy);
  const server = spawnServer({
    DATABASE_URL: databaseUrl,
    VIGIL_DATA_DIR: folder.path,
    VIGIL_POLICY: policyFile,
    LOG_LEVEL: 'warn',
  });
  const kill: VigilProcess['kill'] = async (signal) => {
    server.kill(signal);
    await server.ended;
    await folder.remove();
  };
  try {
    return { url: await server.url(), token: server.token, kill };
  } catch (error) {
    await kill('SIGKILL');
    throw error;
  }
}
