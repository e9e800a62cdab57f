/** The URL when it is an absolute http or https one without credentials, else undefined. */
export function safeUrl(raw: string): string | undefined {
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  // `https://bank.example@evil.example` reads as the first and goes to the second.
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
