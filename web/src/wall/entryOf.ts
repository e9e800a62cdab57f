/** The script that a page begins with; its name has a hash of the build. Null when there is none, as under development. */
export function entryOf(html: string): string | null {
  return /<script[^>]+src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? null;
}
