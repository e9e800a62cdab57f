import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

const longestWaitMs = 8_000;
/** More than a minute. */
const mostTries = 12;

/**
 * A component that comes in a file of its own when it is first shown. While that cannot be loaded it is tried again: the connection comes
 * back, and what else stands on the page must not go meanwhile. Rejects when it has failed too often.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await patiently(load) }));
}

async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  let waitMs = 500;
  for (let tries = 1; tries < mostTries; tries += 1) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      waitMs = Math.min(2 * waitMs, longestWaitMs);
    }
  }
  return await load();
}
