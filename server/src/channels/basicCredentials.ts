import { unescape as percentDecoded } from 'node:querystring';

/** What an address's name and password are as Basic authorization (RFC 7617, UTF-8); null when it holds neither. */
export function basicCredentials({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  return Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`, 'utf8').toString('base64');
}
