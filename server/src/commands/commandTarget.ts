import { ConfigError, readCommandConfig, readServerConfig } from '../config.ts';
import { findLocalToken } from './localToken.ts';

export interface CommandTarget {
  readonly url: string;
  readonly token: string;
}

/** The server that a command talks to: VIGIL_URL and VIGIL_TOKEN, or a server on this machine. Throws ConfigError. */
export function readCommandTarget(): CommandTarget {
  const { url, token } = readCommandConfig();
  const found = token ?? findLocalToken(url, readServerConfig());
  if (found !== null) return { url, token: found };
  throw new ConfigError(`VIGIL_TOKEN is not set, and no token of a server at ${url} was found here`);
}
