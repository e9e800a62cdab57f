import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerConfig } from '../config.ts';

/** The administrator's token, as the first start left it in the data folder. */
const adminTokenFile = 'admin-token';

const local = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The administrator's token of a server that runs on this machine with the same environment; null when the address is another
 * machine's or there is no token that this user may read.
 */
export function findLocalToken(
  url: string,
  { adminToken, dataDir }: Pick<ServerConfig, 'adminToken' | 'dataDir'>,
): string | null {
  if (!local.test(new URL(url).hostname)) return null;
  if (adminToken !== null) return adminToken;
  try {
    return readFileSync(join(dataDir, adminTokenFile), 'utf8').trim() || null;
  } catch {
    // Missing, or another user's: the caller asks for VIGIL_TOKEN then.
    return null;
  }
}
