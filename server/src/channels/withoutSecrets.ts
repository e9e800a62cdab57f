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
  const { href, pathname, search, username, password } = new URL(url);
  return [href, `${pathname}${search}`, pathname, search, username, password].flatMap((part) => [part, decoded(part)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
