import { access, chmod, constants, mkdir } from 'node:fs/promises';

/** Makes the data folder unless it is there. Throws an error that says what to change when it cannot be written to. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true });
    // Whatever the umask: as root, Postgres' user has to get through. What is secret in here has modes of its own.
    if (made !== undefined && process.getuid?.() === 0) await chmod(dataDir, 0o711);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The data folder ${dataDir} cannot be written to (${reason}). Name another one with VIGIL_DATA_DIR.`,
      { cause },
    );
  }
}
