import { percentDecoded } from '../domain/percentDecoded.ts';
import { basicCredentials } from './basicCredentials.ts';
import type { Target } from './channel.ts';

const hidden = '…';

/**
 * A reason as it may be shown to everyone who sees the incident. A webhook's address is often all that its sender needs to know, so its path,
 * its query and its name and password are hidden like its secret: receivers echo them, and so do network errors.
 */
export function withoutSecrets(reason: string, target: Target): string {
  return secretsOf(target).reduce((text, secret) => text.replaceAll(secret, hidden), reason);
}

/** The longest first: one may hold another. */
function secretsOf(target: Target): string[] {
  switch (target.channel) {
    case 'log':
      return [];
    case 'webhook':
      return [target.url, ...(target.secret === undefined ? [] : [target.secret]), ...partsOf(target.url)]
        .filter((text) => text.length > 3)
        .sort((a, b) => b.length - a.length);
  }
}

function partsOf(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const address = new URL(url);
  const { href, pathname, search, username, password } = address;
  const parts = [href, `${pathname}${search}`, pathname, search, username, password];
  return [...parts.flatMap((part) => [part, percentDecoded(part)]), basicCredentials(address) ?? ''];
}
