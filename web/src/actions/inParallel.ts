/** A browser has six connections to a server; more would only wait there. */
const atOnce = 6;

/** Does the work for each, a few at a time; answers in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...items.entries()].reverse();
  async function next(): Promise<void> {
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      results[entry[0]] = await work(entry[1]);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}
