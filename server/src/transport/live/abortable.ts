/**
 * An async iterator whose `return()` aborts at once. A generator alone would first wait for what it is waiting for, and a quiet
 * subscription may wait for hours.
 */
export function abortable<Value>(
  make: (signal: AbortSignal) => AsyncGenerator<Value, void>,
): AsyncIterableIterator<Value, void> {
  const stop = new AbortController();
  const source = make(stop.signal);
  const iterator: AsyncIterableIterator<Value, void> = {
    next: () => source.next(),
    return: () => {
      stop.abort();
      return source.return();
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
