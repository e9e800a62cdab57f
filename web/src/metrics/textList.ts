/**
 * Several texts as one, to stand in a URL: separated by commas, those within a text escaped by a backslash. Empty for none.
 * Services and labels are named by others and may hold anything.
 */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\,]/g, '\\$&')).join(',');
}

/** Reads what `joinTexts` wrote. Empty texts and repetitions are left out. */
export function splitTexts(joined: string): readonly string[] {
  const texts = [...joined.matchAll(/(?:\\.|[^\\,])+/gs)].map(([text]) => text.replace(/\\(.)/gs, '$1'));
  return [...new Set(texts)];
}
